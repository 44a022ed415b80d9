"""Templates of different make: python-pptx's own, ours changed by hand, and LibreOffice's."""

from __future__ import annotations

import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pptx import Presentation

from borderdeck.workspace import bundled
from tests.support.planting import edited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LIBREOFFICE = Path("/usr/lib/libreoffice/share/template/common/presnt")
"""Where the package libreoffice-common puts presentation templates."""

BUNDLED_WITH_LIBREOFFICE = ("Beehive", "Midnightblue", "Piano", "Vivid")
"""Two or three masters each, in four designs."""

MAIN = "application/vnd.openxmlformats-officedocument.presentationml.{}.main+xml"

FRENCH = {
    "Title": "Titre",
    "Agenda": "Ordre du jour",
    "Objectives": "Objectifs",
    "Section divider": "Intertitre",
    "Key messages": "Messages clés",
    "Content": "Contenu",
    "Two columns": "Deux colonnes",
    "Quote": "Citation",
    "Question": "Question",
    "Statement": "Affirmation",
    "Activity": "Activité",
    "Table": "Tableau",
    "Picture": "Image",
    "Closing": "Clôture",
    "Thank you": "Merci",
}
ARABIC = {
    "Title": "شريحة عنوان",
    "Agenda": "جدول الأعمال",
    "Objectives": "الأهداف",
    "Section divider": "فاصل",
    "Key messages": "رسائل رئيسية",
    "Content": "محتوى",
    "Two columns": "محتويان",
    "Quote": "اقتباس",
    "Question": "سؤال",
    "Statement": "بيان",
    "Activity": "نشاط",
    "Table": "جدول بيانات",
    "Picture": "صورة",
    "Closing": "ختام",
    "Thank you": "شكر",
}
CHINESE = {
    "Title": "标题幻灯片",
    "Agenda": "议程",
    "Objectives": "学习目标",
    "Section divider": "节标题",
    "Key messages": "要点",
    "Content": "标题和内容",
    "Two columns": "两栏内容",
    "Quote": "引言",
    "Question": "问题",
    "Statement": "陈述",
    "Activity": "活动",
    "Table": "表格",
    "Picture": "图片",
    "Closing": "结束",
    "Thank you": "谢谢",
}


def saved(presentation: Any) -> bytes:
    """Give a presentation's bytes."""
    buffer = BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()


def changed(data: bytes, change: Callable[[Any], None]) -> bytes:
    """Open a template, change it, and save it."""
    presentation = Presentation(BytesIO(data))
    change(presentation)
    return saved(presentation)


def ours() -> bytes:
    """The template that ships."""
    return (bundled("templates") / "deck.pptx").read_bytes()


@cache
def default() -> bytes:
    """python-pptx's own: PowerPoint's default layouts of 2013, 4:3, with a printer's settings."""
    return saved(Presentation())


def renamed(names: dict[str, str], placeholder: str) -> bytes:
    """Ours, its layouts under other names, and its placeholders all called the same."""

    def rename(presentation: Any) -> None:
        for layout in presentation.slide_layouts:
            layout.element.cSld.set("name", names[layout.name])
            for number, shape in enumerate(layout.placeholders, 1):
                shape.element.nvSpPr.cNvPr.set("name", f"{placeholder} {number}")

    return changed(ours(), rename)


def with_layouts(data: bytes, *kept: str) -> bytes:
    """A template of these layouts, in this order."""

    def keep(presentation: Any) -> None:
        for layout in list(presentation.slide_layouts):
            if layout.name not in kept:
                presentation.slide_layouts.remove(layout)
        listed = presentation.slide_master.element.sldLayoutIdLst
        order = {layout.name: n for n, layout in enumerate(presentation.slide_layouts)}
        entries = list(listed)
        listed.extend(entries[order[name]] for name in kept)

    return changed(data, keep)


def reordered() -> bytes:
    """Ours, under the names of another language, its layouts from the last to the first."""
    french = renamed(FRENCH, "Espace réservé")
    return with_layouts(french, *reversed(FRENCH.values()))


def without_placeholders(data: bytes, *kinds: str) -> bytes:
    """A template whose layouts have no placeholders of these types."""

    def remove(presentation: Any) -> None:
        for layout in presentation.slide_layouts:
            for shape in list(layout.placeholders):
                if shape.element.ph.get("type", "obj") in kinds:
                    shape.element.getparent().remove(shape.element)

    return changed(data, remove)


def without_shapes(data: bytes, layout: str, *names: str) -> bytes:
    """A template one of whose layouts has no shapes of these names."""

    def remove(presentation: Any) -> None:
        found = presentation.slide_layouts.get_by_name(layout)
        for shape in list(found.placeholders):
            if shape.name in names:
                shape.element.getparent().remove(shape.element)

    return changed(data, remove)


def stretched(data: bytes, width: float, height: float) -> bytes:
    """A template for slides of another size, in inches; everything on it is stretched alike."""

    def stretch(presentation: Any) -> None:
        inch = 914400
        factors = {
            "x": width * inch / presentation.slide_width,
            "y": height * inch / presentation.slide_height,
        }
        presentation.slide_width, presentation.slide_height = (
            round(width * inch),
            round(height * inch),
        )
        master = presentation.slide_master
        for part in (master, *master.slide_layouts):
            _stretch(part.element.xpath(".//p:spPr/a:xfrm/*"), factors)

    return changed(data, stretch)


def _stretch(sides: Iterable[Any], factors: dict[str, float]) -> None:
    for side in sides:
        for key in side.attrib:
            side.set(key, str(round(int(side.get(key)) * factors[key[-1]])))


def with_a_slide_of_each_layout(data: bytes) -> bytes:
    """A template with sample slides."""

    def add(presentation: Any) -> None:
        for layout in presentation.slide_layouts:
            presentation.slides.add_slide(layout)

    return changed(data, add)


def potx(data: bytes) -> bytes:
    """A template as PowerPoint saves templates."""
    main = (MAIN.format("presentation"), MAIN.format("template"))
    return edited(data, ("[Content_Types].xml", *main))


def saved_by_libreoffice(folder: Path) -> dict[str, bytes]:
    """LibreOffice's own templates, and ours, as LibreOffice saves them; all in one go.

    Of ours it keeps the layouts that slides use, each as a master.
    """
    sources = [LIBREOFFICE / f"{name}.otp" for name in BUNDLED_WITH_LIBREOFFICE]
    kept = with_layouts(ours(), "Title", "Content", "Two columns")
    (folder / "Resaved.odp.pptx").write_bytes(with_a_slide_of_each_layout(kept))
    out = folder / "out"
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", "pptx", "--outdir", out, *sources, folder / "Resaved.odp.pptx"],
        capture_output=True,
        timeout=180,
        check=True,
    )
    return {path.name.partition(".")[0]: path.read_bytes() for path in sorted(out.glob("*.pptx"))}


def made_by_hand() -> dict[str, bytes]:
    """All but LibreOffice's, by what is odd about them."""
    short = with_layouts(default(), "Title Slide", "Title and Content", "Title Only")
    return {
        "default-4x3": default(),
        "default-16x9": stretched(default(), 13.333, 7.5),
        "square": stretched(default(), 10, 10),
        "french": renamed(FRENCH, "Espace réservé"),
        "arabic": renamed(ARABIC, "عنصر نائب"),
        "chinese": renamed(CHINESE, "占位符"),
        "reordered": reordered(),
        "three-layouts": short,
        "one-layout": with_layouts(default(), "Title and Content"),
        "without-feet": without_placeholders(default(), "ftr", "dt", "sldNum"),
        "samples": with_a_slide_of_each_layout(default()),
        "potx": potx(default()),
    }
