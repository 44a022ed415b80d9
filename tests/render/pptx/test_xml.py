from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from borderdeck.render.pptx.xml import A, P, part_xml, relation

WRITABLE = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t\n\r<>&\"'"))


@given(WRITABLE.filter(lambda text: not set(text) & {"\ufffe", "\uffff"}))
def test_words_are_read_as_they_were_written(words: str) -> None:
    assert (etree.fromstring(part_xml(A.t(words))).text or "") == words


@given(WRITABLE.filter(lambda text: not set(text) & {"\ufffe", "\uffff"}))
def test_an_attribute_is_read_as_it_was_written(words: str) -> None:
    assert etree.fromstring(part_xml(P.cNvPr(descr=words))).get("descr") == words


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_what_xml_cannot_hold_is_refused(character: str) -> None:
    with pytest.raises(ValueError, match="cannot hold"):
        part_xml(A.t(character))


def test_elements_are_in_their_schemas_namespaces() -> None:
    written = part_xml(P.pic(A.blip(relation("rId1", "r:embed"))))
    assert etree.tostring(etree.fromstring(written)).decode() == (
        '<p:pic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
        '<a:blip r:embed="rId1"/></p:pic>'
    )
