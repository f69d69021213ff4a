"""What a photo tells besides its picture: where it was taken is nobody's business here, which way is up stays."""

import struct

_JPEG, _EXIF, _XMP = b"\xff\xd8", b"Exif\0\0", b"http://ns.adobe.com/"
_APP1, _APP13, _SCAN = 0xE1, 0xED, 0xDA
_ORIENTATION, _SHORT = 0x0112, 3
_HEAD, _ENTRY = 4, 12
_UPRIGHT = 1
_WAYS = range(1, 9)


def without_location(content: bytes) -> bytes:
    """Return a JPEG without what its camera and programs wrote about it, but for which way is up; others unchanged.

    The picture itself is not touched. What can't be read as a JPEG all through is returned as it is.
    """
    if not content.startswith(_JPEG):
        return content
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
    entry = struct.pack(">HHIHH", _ORIENTATION, _SHORT, 1, way, 0)
    body = _EXIF + b"MM\0*" + struct.pack(">IH", 8, 1) + entry + b"\0\0\0\0"
    return bytes([0xFF, _APP1]) + struct.pack(">H", len(body) + 2) + body


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
