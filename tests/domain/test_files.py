"""What may be kept of what people send is told by its content; where a photo was taken is not kept."""

import io
import struct
import zipfile
import zlib
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.files import DOCX, MOST_ATTEMPTS, PDF, TXT, XLSX, FileStatus, Refusal, kind_of
from domain.photos import without_location
from tests.factories import NOW, a_file


def archive(*names: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return written.getvalue()


CONTENTS = {
    "image/jpeg": b"\xff\xd8\xff\xe0rest",
    "image/png": b"\x89PNG\r\n\x1a\nrest",
    "image/gif": b"GIF89arest",
    "image/webp": b"RIFF\x10\0\0\0WEBPVP8 ",
    "image/heic": b"\0\0\0\x18ftypheic\0\0\0\0",
    PDF: b"%PDF-1.7 rest",
    DOCX: archive("[Content_Types].xml", "word/document.xml"),
    XLSX: archive("[Content_Types].xml", "xl/workbook.xml"),
    TXT: "Fönstren mot gården.\r\n".encode(),
}
REFUSED = [
    b"",
    b"   \n",
    b"MZ\x90\0",
    b"\x7fELF\x02",
    b"PK\x03\x04broken",
    archive("evil.exe"),
    archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
    b"\0\0\0\x18ftypisom\0\0\0\0",
    b"RIFF\x10\0\0\0WAVEfmt ",
    b"caf\xe9",
    b"a\0b",
    b"\x1b[31m",
]


@pytest.mark.parametrize("kind", CONTENTS)
def test_a_kind_is_known_by_its_content(kind: str) -> None:
    assert kind_of(CONTENTS[kind]) == kind


@pytest.mark.parametrize("content", REFUSED, ids=range(len(REFUSED)))
def test_anything_else_is_of_no_kind(content: bytes) -> None:
    assert kind_of(content) is None


@given(st.binary(max_size=300))
def test_no_content_is_a_fault(content: bytes) -> None:
    for beginning in (b"", b"PK\x03\x04", b"\xff\xd8\xff\xe1"):
        kind_of(beginning + content)
        without_location(beginning + content)


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def exif(order: str, *, way: int) -> bytes:
    mark = b"II*\0" if order == "<" else b"MM\0*"
    entries = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, way, 0) + struct.pack(f"{order}HHII", 0x8825, 4, 1, 38)
    tiff = mark + struct.pack(f"{order}IH", 8, 2) + entries + b"\0\0\0\0" + b"GPS 59.33 18.06"
    return segment(0xE1, b"Exif\0\0" + tiff)


PICTURE = segment(0xDB, b"table") + b"\xff\xda\0\x03xpicture Exif\0\0 in here\xff\xd9"


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("way", [1, 6])
def test_a_photo_loses_its_place_and_keeps_which_way_is_up(order: str, way: int) -> None:
    xmp = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<exif:GPSLatitude>59")

    clean = without_location(b"\xff\xd8" + exif(order, way=way) + xmp + segment(0xED, b"Photoshop City") + PICTURE)

    assert b"GPS" not in clean
    assert b"City" not in clean
    assert clean.endswith(PICTURE)
    assert kind_of(clean) == "image/jpeg"
    upright = b"\xff\xd8" + PICTURE
    turned = b"\xff\xd8" + segment(0xE1, b"Exif\0\0MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, 6, 0, 0))
    assert clean == (upright if way == 1 else turned + PICTURE)
    assert without_location(clean) == clean


def test_a_photo_without_such_words_and_what_is_no_photo_stay_as_they_are() -> None:
    for content in (b"\xff\xd8" + PICTURE, CONTENTS["image/png"], b"\xff\xd8\xff\xe1\xff\xffshort", b"\xff\xd8no"):
        assert without_location(content) == content


def test_a_file_belongs_to_what_it_was_put_to_first() -> None:
    attached = a_file().attach("draft:1")

    assert attached.attach("request:B-2022-0001") is attached


def test_a_file_is_settled_once_and_then_no_longer_says_where_it_came_from() -> None:
    kept = a_file().keep("image/png", 9)

    assert (kept.status, kept.source) == (FileStatus.KEPT, None)
    assert kept.refuse(Refusal.KIND) is kept
    assert kept.keep("image/gif", 1) is kept
    assert a_file().refuse(Refusal.TOO_LARGE).source is None


def test_a_file_is_tried_a_number_of_times_and_then_refused() -> None:
    file = a_file()
    for _ in range(MOST_ATTEMPTS - 1):
        file = file.lease(NOW).try_again(NOW + timedelta(seconds=1))
        assert file.status is FileStatus.PENDING

    assert file.lease(NOW).try_again(NOW).reason == "unreachable"


@pytest.mark.parametrize(("name", "is_image"), [("a.JPG", True), ("file", False), ("a.pdf", False), ("", True)])
def test_before_it_is_fetched_its_name_tells_whether_it_is_a_picture(name: str, *, is_image: bool) -> None:
    assert a_file(name=name).is_image is is_image
    assert a_file(name=name).keep("image/png", 1).is_image


def tiff(*, way: int) -> bytes:
    return exif(">", way=way)[10:]


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(*chunks: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"size") + b"".join(chunks) + chunk(b"IEND", b"")


def riff(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def webp(flags: int, *chunks: bytes) -> bytes:
    body = b"WEBP" + riff(b"VP8X", bytes([flags]) + b"\0" * 9) + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


PIXELS = chunk(b"IDAT", b"picture")
FRAME = riff(b"VP8 ", b"picture")
WAY_6 = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, 6, 0, 0)


@pytest.mark.parametrize(("way", "left"), [(1, b""), (6, chunk(b"eXIf", WAY_6))])
def test_a_png_loses_its_place_and_keeps_which_way_is_up(way: int, left: bytes) -> None:
    told = chunk(b"iTXt", b"XML:com.adobe.xmp GPSLatitude") + chunk(b"tEXt", b"Location\0GPS 59.33")

    clean = without_location(png(told, chunk(b"eXIf", tiff(way=way)), PIXELS) + b"GPS behind the end")

    assert clean == png(left, PIXELS)
    assert without_location(clean) == clean
    assert kind_of(clean) == "image/png"


@pytest.mark.parametrize(("way", "left", "flags"), [(1, b"", 0x10), (6, riff(b"EXIF", WAY_6), 0x18)])
@pytest.mark.parametrize("head", [b"", b"Exif\0\0"])
def test_a_webp_loses_its_place_and_keeps_which_way_is_up(way: int, left: bytes, flags: int, head: bytes) -> None:
    told = riff(b"XMP ", b"<exif:GPSLatitude>59")

    clean = without_location(webp(0x1C, FRAME, riff(b"EXIF", head + tiff(way=way)), told))

    assert clean == webp(flags, FRAME, left)
    assert without_location(clean) == clean
    assert kind_of(clean) == "image/webp"


@pytest.mark.parametrize(
    "content",
    [png(PIXELS)[:-4], png(PIXELS)[:30], webp(0x08, FRAME)[:-3], webp(0, FRAME) + b"xyz", b"RIFF\0\0\0\0WEBP"],
)
def test_what_is_cut_short_stays_as_it_is(content: bytes) -> None:
    assert without_location(content) in {content, b"RIFF\x04\0\0\0WEBP"}


@given(st.binary(max_size=200))
def test_no_picture_is_a_fault(content: bytes) -> None:
    for beginning in (b"\x89PNG\r\n\x1a\n", b"RIFF\x10\0\0\0WEBP", png()[:20]):
        without_location(beginning + content)
