"""The guards of a package: silent over a good deck, and each finds the fault planted for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from borderdeck.render.pptx import render_deck
from tests.render.pptx.plans import full_deck, template
from tests.support.opc import PRESENTATION
from tests.support.package_invariants import assert_sound, violations
from tests.support.planting import edited, members, with_member, with_relationship, without, zipped

Fault = Callable[[bytes], bytes]

TYPES = "[Content_Types].xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"
SLIDE = "ppt/slides/slide2.xml"
TABLE = "ppt/slides/slide4.xml"
SLIDE_RELS = "ppt/slides/_rels/slide2.xml.rels"
MASTER_RELS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
DECK_RELS = "ppt/_rels/presentation.xml.rels"
NOTES = "ppt/notesSlides/notesSlide1.xml"
NOTES_RELS = "ppt/notesSlides/_rels/notesSlide1.xml.rels"
SECOND_NOTES_RELS = "ppt/slides/_rels/slide3.xml.rels"
ADDRESS = 'Target="https://www.ohchr.org/"'
LINK = 'hyperlink" Target="https://www.ohchr.org/" TargetMode="External"'
LAYOUT = 'Target="../slideLayouts/slideLayout6.xml"'


@cache
def good() -> bytes:
    """A deck with one of everything."""
    return render_deck(full_deck(), template())


def edit(name: str, old: str, new: str) -> Fault:
    """Replace text in a member."""
    return lambda data: edited(data, (name, old, new))


def relate(rels: str, kind: str, attributes: str) -> Fault:
    """Add a relationship."""
    return lambda data: with_relationship(data, rels, kind, attributes)


def twice(name: str, again: str) -> Fault:
    """Add a member a second time, under the same name or nearly so."""
    return lambda data: zipped([*members(data).items(), (again, members(data)[name])])


def add(name: str, content: bytes = b"<a/>") -> Fault:
    """Add a member."""
    return lambda data: with_member(data, name, content)


def remove(name: str) -> Fault:
    """Take a member out."""
    return lambda data: without(data, name)


FAULTS: dict[str, tuple[Fault, str]] = {
    "a member twice": (twice(SLIDE, SLIDE), "twice in the archive"),
    "a member twice, in other letters": (twice(SLIDE, SLIDE.upper()), "twice in the archive"),
    "malformed XML": (edit(SLIDE, "</p:sld>", ""), "malformed XML"),
    "malformed relationships": (edit(SLIDE_RELS, "</Relationships>", ""), "malformed XML"),
    "no types": (remove(TYPES), f"{TYPES}: missing"),
    "a part without a type": (add("ppt/slides/notes.txt"), "no content type"),
    "a type without a part": (
        edit(TYPES, 'PartName="/ppt/presProps.xml"', 'PartName="/ppt/absent.xml"'),
        "/ppt/absent.xml: a content type for an absent part",
    ),
    "a part of two types": (
        edit(TYPES, "</Types>", '<Override PartName="/ppt/slides/slide1.xml"/></Types>'),
        "/ppt/slides/slide1.xml: two content types",
    ),
    "a dangling relationship": (remove("ppt/presProps.xml"), "is dangling: presProps.xml"),
    "a backslash": (edit(SLIDE_RELS, LAYOUT, LAYOUT.replace("/", "\\")), "has a backslash"),
    "an address that is not external": (
        edit(SLIDE_RELS, f'{ADDRESS} TargetMode="External"', ADDRESS),
        "is an address, but not external",
    ),
    "an external picture": (
        edit(SLIDE_RELS, LINK, LINK.replace("hyperlink", "image")),
        "is external, and no hyperlink",
    ),
    "a link to a file": (
        edit(SLIDE_RELS, "https://www.ohchr.org/", "file:///etc/passwd"),
        "links to no web address: file:///etc/passwd",
    ),
    "two relationships of one id": (
        relate(SLIDE_RELS, "notesSlide", 'Id="rId1" Target="../notesSlides/notesSlide1.xml"'),
        "two relationships of one id",
    ),
    "a relationship twice": (
        relate(DECK_RELS, "slide", 'Id="rId99" Target="slides/slide1.xml"'),
        "the same relationship twice",
    ),
    "relationships of an absent part": (
        add(
            "ppt/slides/_rels/slide99.xml.rels",
            b"<Relationships"
            b' xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            b'<Relationship Id="rId1" Type="slide" Target="slide1.xml"/></Relationships>',
        ),
        "ppt/slides/slide99.xml: relationships of an absent part",
    ),
    "an id that is not declared": (
        edit(SLIDE, '<a:hlinkClick r:id="rId2"/>', '<a:hlinkClick r:id="rId77"/>'),
        "rId77 is used, but not declared",
    ),
    "an orphan": (add("ppt/media/unused.xml"), "ppt/media/unused.xml: an orphan"),
    "a printer's settings": (
        relate(DECK_RELS, "printerSettings", 'Id="rId99" Target="presProps.xml"'),
        "has a printerSettings",
    ),
    "a thumbnail": (
        relate("_rels/.rels", "metadata/thumbnail", 'Id="rId99" Target="docProps/app.xml"'),
        "has a thumbnail",
    ),
    "a macro": (
        relate(DECK_RELS, "vbaProject", 'Id="rId99" Target="presProps.xml"'),
        "has a vbaProject",
    ),
    "a deck with macros": (
        edit(TYPES, "presentation.main+xml", "presentation.macroEnabled.main+xml"),
        "holds macros",
    ),
    "an embedded object": (
        relate(SLIDE_RELS, "oleObject", 'Id="rId99" Target="../presProps.xml"'),
        "has a oleObject",
    ),
    "two shapes with one id": (
        edit(SLIDE, '<p:cNvPr id="3"', '<p:cNvPr id="2"'),
        f"{SLIDE}: two shapes with the id 2",
    ),
    "two shapes with one id in notes": (
        edit(NOTES, '<p:cNvPr id="3"', '<p:cNvPr id="2"'),
        f"{NOTES}: two shapes with the id 2",
    ),
    "two layouts with one id": (
        edit(MASTER, 'id="2147483650"', 'id="2147483649"'),
        "2147483649: two layouts or masters",
    ),
    "a layout with the master's id": (
        edit(MASTER, 'id="2147483650"', 'id="2147483648"'),
        "2147483648: two layouts or masters",
    ),
    "a layout with a small id": (edit(MASTER, 'id="2147483650"', 'id="650"'), "650: too small"),
    "a layout that is not listed": (
        edit(MASTER, '<p:sldLayoutId id="2147483650" r:id="rId2"/>', ""),
        "missing from the sldLayoutIdLst",
    ),
    "two slides with one id": (
        edit(PRESENTATION, '<p:sldId id="257"', '<p:sldId id="256"'),
        "256: two slides with this id",
    ),
    "a slide with a small id": (
        edit(PRESENTATION, 'id="257"', 'id="25"'),
        "25: not the id of a slide",
    ),
    "a slide that is not listed": (
        edit(PRESENTATION, '<p:sldId id="257" r:id="rId7"/>', ""),
        "missing from the sldIdLst",
    ),
    "a slide that is listed twice": (
        edit(PRESENTATION, '<p:sldId id="257" r:id="rId7"/>', '<p:sldId id="257" r:id="rId6"/>'),
        "rId6: a slide that is listed twice",
    ),
    "a slide without a layout": (
        edit(SLIDE_RELS, 'relationships/slideLayout"', 'relationships/theme"'),
        f"{SLIDE}: has 0 layouts",
    ),
    "a slide with two layouts": (
        relate(SLIDE_RELS, "slideLayout", 'Id="rId9" Target="../slideLayouts/slideLayout1.xml"'),
        f"{SLIDE}: has 2 layouts",
    ),
    "notes of two slides": (
        edit(SECOND_NOTES_RELS, "notesSlide2.xml", "notesSlide1.xml"),
        f"{NOTES}: the notes of two slides",
    ),
    "notes that lead to another slide": (
        edit(NOTES_RELS, "slides/slide1.xml", "slides/slide2.xml"),
        f"{NOTES}: does not lead back to its slide",
    ),
    "notes without a master": (
        edit(NOTES_RELS, 'relationships/notesMaster"', 'relationships/theme"'),
        f"{NOTES}: has no notes master",
    ),
    "a notes master that is not listed": (
        edit(PRESENTATION, "notesMasterIdLst", "handoutMasterIdLst"),
        "no notesMasterIdLst",
    ),
    "a section of an unknown slide": (
        edit(PRESENTATION, '<p14:sldId id="257"/>', '<p14:sldId id="999"/>'),
        "999: in a section, but no slide",
    ),
    "a slide in no section": (
        edit(PRESENTATION, '<p14:sldId id="257"/>', ""),
        "257: in no section",
    ),
    "a slide in two sections": (
        edit(PRESENTATION, '<p14:sldId id="257"/>', '<p14:sldId id="257"/><p14:sldId id="256"/>'),
        "256: in two sections",
    ),
    "a row that lacks a cell": (
        edit(TABLE, '<a:gridCol w="', '<a:gridCol w="1"/><a:gridCol w="'),
        "a row of 2 cells in a table of 4 columns",
    ),
    "a size that is called another": (
        edit(PRESENTATION, "<p:sldSz ", '<p:sldSz type="screen4x3" '),
        "sldSz is no screen4x3",
    ),
}


def test_a_good_deck_has_no_fault() -> None:
    assert violations(good()) == []


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(name: str) -> None:
    plant, message = FAULTS[name]
    assert message in "\n".join(violations(plant(good())))


def test_two_sections_of_one_id_are_found() -> None:
    ids = [part.split('"')[0] for part in members(good())[PRESENTATION].decode().split('id="{')[1:]]
    same = edited(good(), (PRESENTATION, ids[1], ids[0]))
    assert "two sections with this id" in "\n".join(violations(same))


def test_a_deck_with_a_fault_fails_a_test() -> None:
    with pytest.raises(AssertionError, match="in no section"):
        assert_sound(FAULTS["a slide in no section"][0](good()))
