"""The size and kind of a picture, read from its first bytes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    """What the header of an image file says."""

    content_type: str
    width: int
    height: int


def read_picture(content: bytes) -> Picture | None:
    """Returns the picture's kind and size; None if the bytes are not a PNG, JPEG, GIF or WebP."""
    if content[:8] == b"\x89PNG\r\n\x1a\n" and len(content) >= 24:
        return Picture("image/png", int.from_bytes(content[16:20]), int.from_bytes(content[20:24]))
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        size = (int.from_bytes(content[6:8], "little"), int.from_bytes(content[8:10], "little"))
        return Picture("image/gif", *size)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP" and len(content) >= 30:
        return _webp(content)
    return _jpeg(content) if content[:2] == b"\xff\xd8" else None


def _webp(content: bytes) -> Picture:
    if content[12:16] == b"VP8X":
        width, height = (int.from_bytes(content[i : i + 3], "little") + 1 for i in (24, 27))
    elif content[12:16] == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    else:
        width, height = (int.from_bytes(content[i : i + 2], "little") & 0x3FFF for i in (26, 28))
    return Picture("image/webp", width, height)


def _jpeg(content: bytes) -> Picture | None:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = (int.from_bytes(content[i : i + 2]) for i in (at + 5, at + 7))
            return Picture("image/jpeg", width, height)
        at += 2 + length
    return None
