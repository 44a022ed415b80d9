"""Pictures as cameras, drawing programs and people who mean harm make them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '


def saved(image: Pixels, kind: str = "PNG", **how: Any) -> bytes:
    """Give a picture's file."""
    buffer = BytesIO()
    image.save(buffer, kind, **how)
    return buffer.getvalue()


def read(data: bytes) -> Pixels:
    """Open a picture, decoded."""
    image = Image.open(BytesIO(data))
    image.load()
    return image


def quartered(width: int, height: int) -> Pixels:
    """A picture with a colour in each quarter: red, green; blue, white."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width // 2 - 1, height // 2 - 1), "red")
    draw.rectangle((width // 2, 0, width, height // 2 - 1), "lime")
    draw.rectangle((0, height // 2, width // 2 - 1, height), "blue")
    return image


def photograph(width: int = 400, height: int = 300) -> bytes:
    """A JPEG with all that a telephone notes: held sideways, at a place, with words."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SECRETMAKER"
    exif.get_ifd(0x8825).update({1: "N", 2: (46.0, 12.0, 0.0), 3: "E", 4: (6.0, 9.0, 0.0)})
    image = quartered(width, height)
    return saved(image, "JPEG", exif=exif, comment="SECRETWORDS", quality=95)


def lying_png(width: int, height: int, rest: bytes = b"\0") -> bytes:
    """A PNG whose head tells of more pixels than it has."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rest)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def deep_png(value: int = 40_000) -> bytes:
    """A PNG of one grey, with sixteen bits for each pixel."""
    return saved(Image.new("I;16", (4, 4), value))


def deep_clear_png(*, grey: bool) -> bytes:
    """A PNG of sixteen bits, the left half of a colour that is marked as transparent."""
    clear, full = ((40_000,), (0,)) if grey else ((40_000, 3, 3), (0, 3, 3))
    left, right = (struct.pack(f">{len(colour)}H", *colour) * 20 for colour in (clear, full))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", 40, 30, 16, 0 if grey else 2, 0, 0, 0)),
        (b"tRNS", struct.pack(f">{len(clear)}H", *clear)),
        (b"IDAT", zlib.compress((b"\0" + left + right) * 30)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def svg(inside: str = "", attributes: str = 'viewBox="0 0 400 200"') -> bytes:
    """A drawing with this in it."""
    return SVG + f"{attributes}>{inside}</svg>".encode()


def patterns_in_patterns(depth: int) -> bytes:
    """A drawing of a few kilobytes that takes ten times as long with each step in depth."""
    nested = "".join(_pattern(number) for number in range(1, depth + 1))
    last = f'<rect width="400" height="200" fill="url(#p{depth})"/>'
    return svg(f'<defs><pattern id="p0"/>{nested}</defs>{last}')


def swapping_profile() -> bytes:
    """A colour profile in which red and green are the other way round (ICC.1:2001-04)."""
    red, green = (0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971)
    points = {
        b"rXYZ": green,
        b"gXYZ": red,
        b"bXYZ": (0.1431, 0.0606, 0.7141),
        b"wtpt": (0.9642, 1.0, 0.8249),
    }
    tags = {name: b"XYZ \0\0\0\0" + _fixed(point) for name, point in points.items()}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), _CURVE)
    return _profile(tags)


_CURVE = b"curv\0\0\0\0\0\0\0\x01\x02\x33\0\0"
"""A gamma of 2.2."""


def _profile(tags: dict[bytes, bytes]) -> bytes:
    first = 128 + 4 + 12 * len(tags)
    data = b"".join(tags.values())
    table, at = struct.pack(">I", len(tags)), first
    for name, tag in tags.items():
        table += name + struct.pack(">II", at, len(tag))
        at += len(tag)
    head = struct.pack(">I4sI", first + len(data), b"\0\0\0\0", 0x02400000)
    head += b"mntrRGB XYZ ".ljust(24, b"\0") + b"acsp"
    return head.ljust(68, b"\0") + _fixed((0.9642, 1.0, 0.8249)).ljust(60, b"\0") + table + data


def _fixed(numbers: tuple[float, ...]) -> bytes:
    return struct.pack(f">{len(numbers)}i", *(round(number * 65536) for number in numbers))


def _pattern(number: int) -> str:
    fill = f'<rect width="9" height="9" fill="url(#p{number - 1})"/>' * 10
    place = 'width="9" height="9" patternUnits="userSpaceOnUse"'
    return f'<pattern id="p{number}" {place}>{fill}</pattern>'


def _chunk(kind: bytes, data: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + checksum
