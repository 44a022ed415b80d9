"""A course's picture -> the bytes that a deck holds: no larger than it needs, nothing but pixels.

What a camera or a program noted beside the pixels (where, when, by whom) is never passed on. The
same picture gives the same bytes each time; a JPEG stays a JPEG, all else becomes a PNG.
"""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from borderdeck.course.faults import Fault, PictureError
from borderdeck.course.model import Fit, Image
from borderdeck.course.walk import blocks_of
from borderdeck.diagnostics import Code, Severity
from borderdeck.documents.faces import FontFace
from borderdeck.documents.slides import LayoutName, PictureContent, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from PIL.Image import Image as Pixels

    from borderdeck.course.model import Course
    from borderdeck.course.pictures import Decoded
    from borderdeck.course.svg import Svg
    from borderdeck.documents.fonts import FontBook
    from borderdeck.documents.planning import Planning

PIXELS_PER_POINT = 300 / 72
"""What print needs; a projector shows a third of it."""

LEAST_PIXELS = 96
"""The fewest pixels in an inch that a picture is shown with: with fewer each one can be seen, on
paper and from the first row. One that has too few for its room is shown small."""

LONGEST = 3000
"""A picture's longer side in a deck, at most, in pixels."""

QUALITY = 90
"""Of a JPEG that is made smaller, from 1 to 95; one that stays as it is keeps its own."""

JPEG = b"\xff\xd8"
"""How a JPEG begins; a prepared picture that does not is a PNG."""

SHRINKING = 3.0
"""How much finer than the result pixels are when the slow filter takes over."""


class Room(Struct, frozen=True):
    """The room that a picture has, in points; one that is `filled` is cropped there."""

    width: float
    height: float
    filled: bool = False

    def pixels(self, width: float, height: float) -> tuple[int, int]:
        """Give the pixels that a picture of these proportions can use here."""
        across = self.width * PIXELS_PER_POINT / width
        down = self.height * PIXELS_PER_POINT / height
        scale = max(across, down) if self.filled else min(across, down)
        scale = min(scale, LONGEST / max(width, height))
        return max(1, round(width * scale)), max(1, round(height * scale))


class Prepared(Struct, frozen=True):
    """A picture's bytes for decks, None where it cannot be drawn, and what is to be said of it."""

    data: bytes | None
    faults: tuple[Fault, ...] = ()


def cropped_pictures(course: Course) -> frozenset[str]:
    """Name the pictures that fill their room somewhere in the course.

    They have the pixels for it wherever they stand, so that a deck holds one copy of each.
    """
    blocks = (block for session in course.sessions for *_, block in blocks_of(session))
    return frozenset(b.image for b in blocks if isinstance(b, Image) and b.fit is Fit.COVER)


def picture_content(
    block: Image, planning: Planning, *, filled: bool
) -> tuple[PictureContent | None, tuple[Fault, ...]]:
    """Give a block's picture as its slide holds it, and what is to be said of it."""
    box = planning.box(LayoutName.PICTURE, Role.PICTURE)
    ready = ready_picture(block.image, Room(box.width, box.height, filled), planning)
    if ready.data is None:
        return None, ready.faults
    captioned = block.caption is not None
    return PictureContent(ready.data, block.alt.plain, block.fit, captioned), ready.faults


def ready_picture(name: str, room: Room, planning: Planning) -> Prepared:
    """Give a picture prepared for a room; the same one is prepared once."""
    key = (name, room)
    if key not in planning.pictures:
        planning.pictures[key] = prepared(planning.picture(name), name, room, planning.fonts)
    return planning.pictures[key]


def prepared(data: bytes, name: str, room: Room, fonts: FontBook) -> Prepared:
    """Prepare the picture called `name` for the room that it has."""
    from borderdeck.course.pictures import decoded, fault_of
    from borderdeck.course.svg import looks_like_svg, read_svg

    try:
        if looks_like_svg(data):
            return _drawn(read_svg(data), name, room, fonts)
        picture = decoded(data)
        return Prepared(_clean(picture, room), tuple(_too_few(*picture.pixels.size, name, room)))
    except PictureError as error:
        return Prepared(None, (fault_of(error, name),))


def in_grey(data: bytes) -> bytes:
    """Give a prepared picture without its colours; what is transparent stays so."""
    from PIL import Image as Images

    with Images.open(BytesIO(data)) as picture:
        clear = "transparency" in picture.info or picture.has_transparency_data
        grey = picture.convert("RGBA").convert("LA") if clear else picture.convert("L")
        if picture.format == "JPEG":
            return _written(grey, "JPEG", quality=QUALITY, optimize=True)
        return _written(grey, "PNG", optimize=True)


def as_url(data: bytes) -> str:
    """Give a prepared picture as an address that holds all of it, for a paper."""
    kind = "jpeg" if data.startswith(JPEG) else "png"
    return f"data:image/{kind};base64,{b64encode(data).decode()}"


def _drawn(svg: Svg, name: str, room: Room, fonts: FontBook) -> Prepared:
    from borderdeck.documents.drawing import draw

    names = fonts.workspace.names_in(fonts.folder)
    files = [fonts.folder / file for file in names if file.endswith(".ttf")]
    data = draw(svg.source, room.pixels(svg.width, svg.height), files)
    return Prepared(data, tuple(_unwritten(svg.words, name, _faces(files, fonts))))


def _faces(files: Iterable[Path], fonts: FontBook) -> Iterator[FontFace]:
    return (FontFace(fonts.workspace.read(file)) for file in files)


def _unwritten(words: str, name: str, faces: Iterable[FontFace]) -> Iterator[Fault]:
    """Tell of characters that a drawing has and no font can draw."""
    missing = "".join(dict.fromkeys("".join(words.split())))
    for face in faces:
        if not missing:
            return
        missing = "".join(face.lacks(missing))
    if missing:
        message = f'the picture "{name}" has words that no bundled font can draw: {missing[:20]}'
        hint = "turn its text into paths in the drawing program, or export it as PNG"
        yield Fault(Code.MISSING_GLYPH, message, hint, severity=Severity.WARNING)


def _too_few(width: int, height: int, name: str, room: Room) -> Iterator[Fault]:
    """Tell of a picture that has not even half the pixels that its room takes."""
    across, down = (side * LEAST_PIXELS / 72 for side in (room.width, room.height))
    if max(width / across, height / down) < 1 / 2:
        message = f'the picture "{name}" has only {width} × {height} pixels, and is shown small'
        hint = f"use one that is at least {min(across, down * width / height):.0f} pixels wide"
        yield Fault(Code.BAD_PICTURE, message, hint, severity=Severity.WARNING)


def _clean(picture: Decoded, room: Room) -> bytes:
    """Write a picture anew: upright, in sRGB, small enough, without what was noted beside it."""
    image = picture.pixels
    changed = _small(_in_srgb(_upright(picture)), room)
    if image.format == "PNG":
        return _written(changed, "PNG", optimize=True)
    if image.format == "JPEG" and changed is image:
        return _written(image, "JPEG", quality="keep")
    return _written(changed, "JPEG", quality=QUALITY, optimize=True)


def _upright(picture: Decoded) -> Pixels:
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    turn = turns.get(picture.orientation)
    return picture.pixels if turn is None else picture.pixels.transpose(turn)


def _in_srgb(image: Pixels) -> Pixels:
    """Give a picture in sRGB, eight bits for each colour."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value / 256).convert("L")
    profile = image.info.get("icc_profile", b"")
    if image.mode in {"RGB", "RGBA", "CMYK"} and profile and not _is_srgb(profile):
        return _converted(image, profile)
    return image.convert("RGB") if image.mode == "CMYK" else image


def _is_srgb(profile: bytes) -> bool:
    """Whether a colour profile calls itself sRGB, in either of the ways that there are."""
    return b"sRGB" in profile or "sRGB".encode("utf-16-be") in profile


def _converted(image: Pixels, profile: bytes) -> Pixels:
    from PIL import ImageCms

    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source, target = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(image, source, target, outputMode=mode)
    except (ImageCms.PyCMSError, OSError):
        converted = None
    return converted or image.convert(mode)


def _small(image: Pixels, room: Room) -> Pixels:
    from PIL.Image import Resampling

    size = room.pixels(*image.size)
    if size[0] >= image.width and size[1] >= image.height:
        return image
    if "transparency" in image.info or image.mode == "PA":
        image = image.convert("RGBA")
    elif image.mode in {"1", "P"}:
        image = image.convert("L" if image.mode == "1" else "RGB")
    return image.resize(size, Resampling.LANCZOS, reducing_gap=SHRINKING)


def _written(image: Pixels, kind: str, **how: Any) -> bytes:
    noted = {"transparency"} if kind == "PNG" else set()
    image.info = {key: value for key, value in image.info.items() if key in noted}
    buffer = BytesIO()
    image.save(buffer, kind, **how)
    return buffer.getvalue()
