"""Colours as DrawingML writes them, and how well one is read on another."""

from __future__ import annotations

import colorsys
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.inspect.xml import local, name, share

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from lxml.etree import _Element as Element


class Colour(Struct, frozen=True):
    """A colour in sRGB; each channel, and `alpha` (1 is opaque), from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    @property
    def opaque(self) -> bool:
        """Whether nothing beneath it is seen."""
        return self.alpha >= 1.0

    @property
    def hex(self) -> str:
        """Its name as PowerPoint's colour dialogue shows it."""
        channels = (round(value * 255) for value in (self.red, self.green, self.blue))
        return "#" + "".join(f"{value:02X}" for value in channels)

    @property
    def luminance(self) -> float:
        """Its relative luminance (WCAG 2.2, "relative luminance")."""
        red, green, blue = map(linear, (self.red, self.green, self.blue))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def over(self, under: Colour) -> Colour:
        """Give what is seen of it on an opaque colour."""
        part = self.alpha
        return Colour(
            part * self.red + (1 - part) * under.red,
            part * self.green + (1 - part) * under.green,
            part * self.blue + (1 - part) * under.blue,
            part + (1 - part) * under.alpha,
        )


BLACK, WHITE = Colour(0.0, 0.0, 0.0), Colour(1.0, 1.0, 1.0)


def contrast(one: Colour, other: Colour) -> float:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    dark, light = sorted((one.luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)


TOE, LINEAR_TOE = 0.04045, 0.0031308
"""Up to where sRGB is a straight line: as it is stored, and as light (IEC 61966-2-1)."""


def linear(value: float) -> float:
    """Take the gamma off a channel of sRGB."""
    return value / 12.92 if value <= TOE else ((value + 0.055) / 1.055) ** 2.4


def gamma(value: float) -> float:
    """Put the gamma of sRGB onto a linear channel."""
    return value * 12.92 if value <= LINEAR_TOE else 1.055 * value ** (1 / 2.4) - 0.055


KINDS = frozenset(
    name(f"a:{kind}")
    for kind in ("srgbClr", "schemeClr", "sysClr", "scrgbClr", "hslClr", "prstClr")
)
"""The elements that say a colour (ECMA-376 part 1, 20.1.2.3)."""


def colour_in(holder: Element | None) -> Element | None:
    """Find the colour that an element holds."""
    found = (child for child in holder if child.tag in KINDS) if holder is not None else ()
    return next(iter(found), None)


class Scheme(Struct, frozen=True):
    """A theme's colours, and which of them a sheet means by its names (`bg1`, `tx1`, ...)."""

    theme: Mapping[str, Element]
    mapping: Mapping[str, str]

    def read(self, element: Element | None, own: Colour | None = None) -> Colour | None:
        """Read a colour; `own` is what `phClr` stands for. None where it cannot be known."""
        if element is None:
            return None
        colour = self._plain(element, own)
        for change in element if colour is not None else ():
            transform = TRANSFORMS.get(local(change))
            if colour is not None and transform is not None:
                colour = transform(colour, share(change.get("val")))
        return colour

    def named(self, called: str) -> Colour | None:
        """Give the colour of a name, such as `bg1` or `hlink`."""
        element = colour_in(self.theme.get(self.mapping.get(called, called)))
        return None if element is None or local(element) == "schemeClr" else self.read(element)

    def _plain(self, element: Element, own: Colour | None) -> Colour | None:
        value = element.get("val", "")
        if local(element) == "schemeClr":
            return own if value == "phClr" else self.named(value)
        reader = READERS.get(local(element))
        return None if reader is None else reader(element)


def _hexadecimal(digits: str) -> Colour | None:
    try:
        red, green, blue = bytes.fromhex(digits)
    except ValueError:
        return None
    return Colour(red / 255, green / 255, blue / 255)


def _linear_channels(element: Element) -> Colour:
    red, green, blue = (gamma(_bounded(share(element.get(key), 0.0))) for key in "rgb")
    return Colour(red, green, blue)


PRESETS = {"black": BLACK, "white": WHITE}
"""The preset colours that programs write; any other is unknown."""

READERS: Mapping[str, Callable[[Element], Colour | None]] = {
    "srgbClr": lambda element: _hexadecimal(element.get("val", "")),
    "sysClr": lambda element: _hexadecimal(element.get("lastClr", "")),
    "scrgbClr": _linear_channels,
    "prstClr": lambda element: PRESETS.get(element.get("val", "")),
}


def _bounded(value: float) -> float:
    return min(1.0, max(0.0, value))


def _coloured(channels: Iterable[float], alpha: float) -> Colour:
    red, green, blue = map(_bounded, channels)
    return Colour(red, green, blue, alpha)


def _lightness(colour: Colour, factor: float = 1.0, more: float = 0.0) -> Colour:
    hue, light, saturation = colorsys.rgb_to_hls(colour.red, colour.green, colour.blue)
    channels = colorsys.hls_to_rgb(hue, _bounded(light * factor + more), saturation)
    return _coloured(channels, colour.alpha)


def _saturation(colour: Colour, factor: float = 1.0, more: float = 0.0) -> Colour:
    hue, light, saturation = colorsys.rgb_to_hls(colour.red, colour.green, colour.blue)
    channels = colorsys.hls_to_rgb(hue, light, _bounded(saturation * factor + more))
    return _coloured(channels, colour.alpha)


def _mixed(colour: Colour, part: float, with_white: float) -> Colour:
    part = _bounded(part)
    channels = (
        gamma(_bounded(linear(value) * part + with_white * (1 - part)))
        for value in (colour.red, colour.green, colour.blue)
    )
    return _coloured(channels, colour.alpha)


TRANSFORMS: Mapping[str, Callable[[Colour, float], Colour]] = {
    "lumMod": lambda colour, value: _lightness(colour, factor=value),
    "lumOff": lambda colour, value: _lightness(colour, more=value),
    "satMod": lambda colour, value: _saturation(colour, factor=value),
    "satOff": lambda colour, value: _saturation(colour, more=value),
    "tint": lambda colour, value: _mixed(colour, value, with_white=1.0),
    "shade": lambda colour, value: _mixed(colour, value, with_white=0.0),
    "alpha": lambda colour, value: replace(colour, alpha=_bounded(value)),
    "alphaMod": lambda colour, value: replace(colour, alpha=_bounded(colour.alpha * value)),
}
"""What changes a colour, in the order written (ECMA-376 part 1, 20.1.2.3); the rest is rare."""
