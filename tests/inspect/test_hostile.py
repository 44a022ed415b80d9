"""Whatever a file holds, the gate answers with diagnostics."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from borderdeck.diagnostics import Code, Diagnostic
from borderdeck.inspect import package
from borderdeck.inspect.xml import NAMESPACES
from tests.inspect.planting import (
    PRESENTATION,
    changed,
    inspected,
    packed,
    parts,
    slide_part,
    with_attribute,
)

if TYPE_CHECKING:
    from collections.abc import Callable

BOMB = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">&b;</p:sld>'
)
bounded = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def unreadable(data: bytes) -> str:
    """Give why a file cannot be read as a deck."""
    (found,) = inspected(data)
    assert found.code is Code.UNREADABLE_DECK
    return found.message


def without(deck: bytes, *names: str) -> bytes:
    return packed({name: data for name, data in parts(deck).items() if name not in names})


def with_part(deck: bytes, name: str, data: bytes) -> bytes:
    return packed({**parts(deck), name: data})


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not a PowerPoint file"),
        (b"%PDF-1.7", "not a PowerPoint file"),
        (package.LEGACY + bytes(512), "has a password"),
        (packed({}), "names no officeDocument"),
        (packed({"[Content_Types].xml": b"<Types/>"}), "names no officeDocument"),
    ],
    ids=["nothing", "a PDF", "an old or locked deck", "an empty archive", "no deck in it"],
)
def test_what_is_no_deck_is_told_so(data: bytes, reason: str) -> None:
    assert reason in unreadable(data)


def test_half_a_deck_is_told_so(deck: bytes) -> None:
    assert "only a part of one" in unreadable(deck[: len(deck) // 2])


@pytest.mark.parametrize("part", [PRESENTATION, "ppt/slides/slide1.xml", "ppt/theme/theme1.xml"])
def test_a_missing_part_is_named(deck: bytes, part: str) -> None:
    assert f"{part} is missing" in unreadable(without(deck, part))


def test_a_slide_without_a_layout_is_told_so(deck: bytes) -> None:
    relationships = "ppt/slides/_rels/slide1.xml.rels"
    assert "names no slideLayout" in unreadable(without(deck, relationships))


def test_a_slide_that_the_list_alone_knows_is_told_so(deck: bytes) -> None:
    def elsewhere(entry: etree._Element) -> None:
        entry.set(f"{{{NAMESPACES['r']}}}id", "rId999")

    planted = changed(deck, PRESENTATION, "//p:sldId[1]", elsewhere)
    assert "slide 1 is missing" in unreadable(planted)


def test_broken_xml_is_told_so(deck: bytes) -> None:
    assert "slide1.xml is broken" in unreadable(with_part(deck, "ppt/slides/slide1.xml", b"<p:sld"))


def test_a_document_type_is_refused(deck: bytes) -> None:
    assert "document type" in unreadable(with_part(deck, "ppt/slides/slide1.xml", BOMB))


def test_a_strict_presentation_is_told_how_to_save_it(deck: bytes) -> None:
    strict = b'<presentation xmlns="http://purl.oclc.org/ooxml/presentationml/main"/>'
    (found,) = inspected(with_part(deck, PRESENTATION, strict))
    assert "*.pptx" in found.hint


def test_a_part_that_unpacks_to_far_too_much_is_refused(deck: bytes) -> None:
    spaces = b"<p:sld>" + b" " * package.PART_SIZE + b"</p:sld>"
    assert "far too large" in unreadable(with_part(deck, "ppt/slides/slide1.xml", spaces))


def test_an_archive_of_far_too_many_files_is_refused(
    deck: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "MEMBERS", 10)
    assert "far more than a deck has" in unreadable(deck)


def test_a_part_with_a_password_is_refused(deck: bytes) -> None:
    data, header = bytearray(deck), b"PK\x01\x02"
    for start in (match.start() for match in re.finditer(header, deck)):
        data[start + 8] |= 1  # says that it is encrypted (PKWARE's APPNOTE, 4.4.4)
    assert "cannot be unpacked" in unreadable(bytes(data))


@pytest.mark.parametrize("value", ["", "-1", "1e9", "nan", "\uff19", "9" * 30, "0x10"])
def test_odd_numbers_are_survived(deck: bytes, value: str) -> None:
    part = slide_part(deck, "Figures")
    for path in ("//a:off", "//a:ext[@cx]", "//a:rPr", "//a:pPr", "//p:ph"):
        for key in ("x", "cx", "sz", "lvl", "idx"):
            if etree.fromstring(parts(deck)[part]).xpath(path, namespaces=NAMESPACES):
                deck = changed(deck, part, path, with_attribute(key, value))
    assert all(isinstance(each, Diagnostic) for each in inspected(deck))


@bounded
@given(data=st.binary(max_size=200))
def test_any_bytes_give_diagnostics(data: bytes) -> None:
    assert inspected(data)[0].code is Code.UNREADABLE_DECK


@bounded
@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255))
def test_a_deck_with_a_wrong_byte_gives_diagnostics(deck: bytes, place: float, byte: int) -> None:
    data = bytearray(deck)
    data[int(place * len(data))] = byte
    assert all(isinstance(each, Diagnostic) for each in inspected(bytes(data)))


@bounded
@given(data=st.data())
def test_a_deck_with_wrong_xml_gives_diagnostics(deck: bytes, data: st.DataObject) -> None:
    given_parts = parts(deck)
    name = data.draw(
        st.sampled_from([each for each in given_parts if each.endswith(("xml", "rels"))])
    )
    root = etree.fromstring(given_parts[name])
    change = data.draw(st.sampled_from(CHANGES))
    change(data.draw(st.sampled_from(list(root.iter()))))
    planted = packed({**given_parts, name: etree.tostring(root)})
    assert all(isinstance(each, Diagnostic) for each in inspected(planted))


def _emptied(element: etree._Element) -> None:
    element.clear()


def _gone(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _nonsense(element: etree._Element) -> None:
    for key in element.attrib:
        element.set(key, "nonsense")


def _inside_itself(element: etree._Element) -> None:
    element.append(etree.fromstring(etree.tostring(element)))


CHANGES: list[Callable[[etree._Element], None]] = [_emptied, _gone, _nonsense, _inside_itself]
