"""What a photo tells besides its picture: where it was taken is nobody's business here, which way is up stays."""

import struct
import zlib

_JPEG, _EXIF, _XMP = b"\xff\xd8", b"Exif\0\0", b"http://ns.adobe.com/"
_APP1, _APP13, _SCAN = 0xE1, 0xED, 0xDA
_ORIENTATION, _SHORT = 0x0112, 3
_HEAD, _ENTRY = 4, 12
_PNG, _PNG_FRAME = b"\x89PNG\r\n\x1a\n", 12
_PNG_WORDS = frozenset({b"tEXt", b"zTXt", b"iTXt", b"tIME"})
_WEBP_HEAD, _WEBP_FRAME = 12, 8
_WEBP_EXIF, _WEBP_XMP = 0x08, 0x04
_UPRIGHT = 1
_WAYS = range(1, 9)


def without_location(content: bytes) -> bytes:
    """Return a JPEG, PNG or WebP without what its camera and programs wrote about it, but for which way is up.

    The picture itself is not touched. Another kind, and what can't be read as its kind all through, is returned as it
    is.
    """
    if content.startswith(_PNG):
        return _png(content)
    if content[:4] == b"RIFF" and content[8:_WEBP_HEAD] == b"WEBP":
        return _webp(content)
    return _jpeg(content) if content.startswith(_JPEG) else content


def _png(content: bytes) -> bytes:
    kept, position = [_PNG], len(_PNG)
    while position + _PNG_FRAME <= len(content):
        size, kind = int.from_bytes(content[position : position + 4]), content[position + 4 : position + 8]
        end = position + _PNG_FRAME + size
        if end > len(content):
            return content
        if kind == b"eXIf":
            kept.append(_png_orientation(content[position + 8 : end - 4]))
        elif kind not in _PNG_WORDS:
            kept.append(content[position:end])
        position = end
        if kind == b"IEND":
            # What programs hang on behind the end is no picture.
            return b"".join(kept)
    return content


def _png_orientation(tiff: bytes) -> bytes:
    way = _read_orientation(tiff)
    if way == _UPRIGHT:
        return b""
    body = b"eXIf" + _tiff_of(way)
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))


def _webp(content: bytes) -> bytes:
    kept, position, has_orientation = [], _WEBP_HEAD, False
    while position + _WEBP_FRAME <= len(content):
        kind, size = content[position : position + 4], int.from_bytes(content[position + 4 : position + 8], "little")
        end = position + _WEBP_FRAME + size + size % 2
        if position + _WEBP_FRAME + size > len(content):
            return content
        if kind == b"EXIF":
            told = _webp_orientation(content[position + _WEBP_FRAME : position + _WEBP_FRAME + size])
            has_orientation |= bool(told)
            kept.append(told)
        elif kind != b"XMP ":
            kept.append(content[position:end])
        position = end
    if position < len(content):
        return content
    body = b"WEBP" + b"".join(_webp_flagged(each, has_orientation=has_orientation) for each in kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _webp_orientation(exif: bytes) -> bytes:
    way = _read_orientation(exif.removeprefix(_EXIF))
    body = _tiff_of(way)
    return b"" if way == _UPRIGHT else b"EXIF" + struct.pack("<I", len(body)) + body


def _webp_flagged(chunk: bytes, *, has_orientation: bool) -> bytes:
    """Return the head chunk saying what is in the file now; any other as it is."""
    if not chunk.startswith(b"VP8X") or len(chunk) <= _WEBP_FRAME:
        return chunk
    flags = chunk[_WEBP_FRAME] & ~(_WEBP_XMP | (0 if has_orientation else _WEBP_EXIF))
    return chunk[:_WEBP_FRAME] + bytes([flags]) + chunk[_WEBP_FRAME + 1 :]


def _jpeg(content: bytes) -> bytes:
    kept, position = [_JPEG], len(_JPEG)
    while position + _HEAD <= len(content):
        if content[position] != 0xFF:  # noqa: PLR2004  # where a segment begins
            return content
        marker, length = content[position + 1], int.from_bytes(content[position + 2 : position + _HEAD])
        if marker == _SCAN:
            return b"".join([*kept, content[position:]])
        end = position + 2 + length
        kept.append(_cleaned(marker, content[position:end]))
        position = end
    return content


def _cleaned(marker: int, segment: bytes) -> bytes:
    """Return a segment as it is kept: nothing of one with words about the picture, or only its orientation."""
    body = segment[_HEAD:]
    if marker == _APP1 and body.startswith(_EXIF):
        return _only_orientation(body[len(_EXIF) :])
    is_told = marker == _APP13 or (marker == _APP1 and body.startswith(_XMP))
    return b"" if is_told else segment


def _only_orientation(tiff: bytes) -> bytes:
    way = _read_orientation(tiff)
    if way == _UPRIGHT:
        return b""
    body = _EXIF + _tiff_of(way)
    return bytes([0xFF, _APP1]) + struct.pack(">H", len(body) + 2) + body


def _tiff_of(way: int) -> bytes:
    """Return the little that is kept of what a camera wrote: which way is up. Its length is even."""
    entry = struct.pack(">HHIHH", _ORIENTATION, _SHORT, 1, way, 0)
    return b"MM\0*" + struct.pack(">IH", 8, 1) + entry + b"\0\0\0\0"


def _read_orientation(tiff: bytes) -> int:
    """Return which way is up, from 1 to 8; 1 where it is not told or can't be read."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    try:
        if order is None:
            return _UPRIGHT
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        for number in range(count):
            tag, _, _, way = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + number * _ENTRY)
            if tag == _ORIENTATION:
                return int(way) if way in _WAYS else _UPRIGHT
    except struct.error:
        pass
    return _UPRIGHT
