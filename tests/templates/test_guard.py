"""What cannot be a template is refused, with a word of why, before anything opens it."""

from __future__ import annotations

import pytest

from borderdeck.render.pptx import UnreadableTemplateError, guard, read_template
from tests.support.opc import Package
from tests.support.planting import edited, members, with_member, without, zipped
from tests.templates.makers import MAIN, default, potx

MACROS = "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
DTD = '<!DOCTYPE p [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def refused(data: bytes) -> str:
    """Why a file cannot be a template."""
    with pytest.raises(UnreadableTemplateError) as found:
        read_template(data)
    return str(found.value)


def test_a_file_with_a_password_is_refused() -> None:
    assert "it has a password" in refused(guard.LEGACY + bytes(1000))


@pytest.mark.parametrize("data", [b"", b"no zip archive", default()[:5000]])
def test_a_file_that_is_no_archive_is_refused(data: bytes) -> None:
    assert "not a PowerPoint file" in refused(data)


def test_an_archive_of_another_kind_is_refused() -> None:
    assert "not a PowerPoint presentation" in refused(zipped([("word.xml", b"<w/>")]))


def test_macros_are_refused() -> None:
    kinds = (MAIN.format("presentation"), MACROS)
    assert "it holds macros" in refused(edited(default(), ("[Content_Types].xml", *kinds)))


def test_a_document_type_is_refused() -> None:
    edit = (LAYOUT, "<p:sldLayout ", f"{DTD}<p:sldLayout ")
    assert "has a document type" in refused(edited(default(), edit))


def test_a_missing_part_is_refused() -> None:
    assert refused(without(default(), "ppt/slideMasters/slideMaster1.xml")) == "it is broken"


def test_broken_xml_is_refused() -> None:
    assert refused(with_member(default(), LAYOUT, b"<p:sldLayout")) == "it is broken"


def test_a_number_that_is_none_is_refused() -> None:
    edit = (LAYOUT, 'idx="1"', 'idx="one"')
    assert refused(edited(default(), edit)) == "it is broken"


def test_what_is_packed_far_too_densely_is_refused() -> None:
    bomb = with_member(default(), "ppt/media/bomb.bin", bytes(guard.SMALL + 1))
    assert "packed far too densely" in refused(bomb)


def test_too_many_members_are_refused() -> None:
    crowd = {f"ppt/media/{number}.bin": b"" for number in range(guard.MEMBERS)}
    assert "far more than a template has" in refused(
        zipped({**members(default()), **crowd}.items())
    )


def test_a_template_of_powerpoints_own_kind_becomes_a_deck() -> None:
    data = read_template(potx(default())).data
    assert Package(data).content_type("ppt/presentation.xml") == MAIN.format("presentation")


def test_a_member_that_lies_about_its_size_is_refused() -> None:
    bomb = bytearray(with_member(default(), "ppt/media/bomb.bin", bytes(guard.SMALL + 1)))
    size = (guard.SMALL + 1).to_bytes(4, "little")
    assert bomb.count(size) == 2  # beside the bytes, and in the directory
    assert "not a PowerPoint file" in refused(bytes(bomb.replace(size, (9).to_bytes(4, "little"))))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp037", "utf-7", "utf-32"])
def test_a_document_type_in_another_encoding_is_refused(encoding: str) -> None:
    layout = members(default())[LAYOUT].decode().partition("?>")[2]
    words = f'<?xml version="1.0" encoding="{encoding}"?>{DTD}{layout}'
    assert refused(with_member(default(), LAYOUT, words.encode(encoding, "xmlcharrefreplace")))


def test_a_document_type_in_utf_16_is_told() -> None:
    layout = members(default())[LAYOUT].decode().partition("?>")[2]
    words = f'<?xml version="1.0" encoding="UTF-16"?>{DTD}{layout}'.encode("utf-16")
    assert "has a document type" in refused(with_member(default(), LAYOUT, words))


def test_a_document_type_among_the_relationships_is_refused() -> None:
    name = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"
    edit = (name, "<Relationships ", f"{DTD}<Relationships ")
    assert "has a document type" in refused(edited(default(), edit))
