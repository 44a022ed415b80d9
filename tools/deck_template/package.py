"""Put the parts together into a .pptx whose bytes are the same at every run."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import OpcPackage, Part
from pptx.opc.packuri import PackURI

from borderdeck.render.pptx.archive import archived
from borderdeck.render.pptx.members import members
from borderdeck.render.pptx.properties import CORE, EXTENDED, NOTHING
from deck_template import pages, theme
from deck_template.layouts import LAYOUTS
from deck_template.shapes import NAMESPACES

if TYPE_CHECKING:
    from deck_template.measures import Page


def template(page: Page) -> bytes:
    """Make the template for slides of a ratio."""
    package = OpcPackage(BytesIO())
    whole = _part(package, "/ppt/presentation.xml", CT.PML_PRESENTATION_MAIN)
    package.relate_to(whole, RT.OFFICE_DOCUMENT)
    _properties(package)
    master_rid = whole.relate_to(_slide_master(package, page), RT.SLIDE_MASTER)
    notes_rid = whole.relate_to(_notes_master(package, page), RT.NOTES_MASTER)
    _settings(package, whole)
    _write(whole, pages.presentation(master_rid, notes_rid, page))
    return archived(members(package))


def _slide_master(package: Any, page: Page) -> Any:
    master = _part(package, "/ppt/slideMasters/slideMaster1.xml", CT.PML_SLIDE_MASTER)
    rids = []
    for number, plan in enumerate(LAYOUTS, start=1):
        name = f"/ppt/slideLayouts/slideLayout{number}.xml"
        layout = _part(package, name, CT.PML_SLIDE_LAYOUT, pages.layout(plan, page))
        layout.relate_to(master, RT.SLIDE_MASTER)
        rids.append(master.relate_to(layout, RT.SLIDE_LAYOUT))
    master.relate_to(_theme(package, 1), RT.THEME)
    _write(master, pages.slide_master(rids, page))
    return master


def _notes_master(package: Any, page: Page) -> Any:
    name = "/ppt/notesMasters/notesMaster1.xml"
    master = _part(package, name, CT.PML_NOTES_MASTER, pages.notes_master(page))
    master.relate_to(_theme(package, 2), RT.THEME)
    return master


def _theme(package: Any, number: int) -> Any:
    return _part(package, f"/ppt/theme/theme{number}.xml", CT.OFC_THEME, theme.theme())


def _settings(package: Any, whole: Any) -> None:
    """Add what PowerPoint expects beside the presentation."""
    for name, kind, relation, written in (
        ("presProps", CT.PML_PRES_PROPS, RT.PRES_PROPS, f"<p:presentationPr {NAMESPACES}/>"),
        ("viewProps", CT.PML_VIEW_PROPS, RT.VIEW_PROPS, f"<p:viewPr {NAMESPACES}/>"),
        ("tableStyles", CT.PML_TABLE_STYLES, RT.TABLE_STYLES, theme.table_styles()),
    ):
        whole.relate_to(_part(package, f"/ppt/{name}.xml", kind, written), relation)


def _properties(package: Any) -> None:
    """Add properties that each deck replaces by its own."""
    for name, kind, relation in (
        (CORE, CT.OPC_CORE_PROPERTIES, RT.CORE_PROPERTIES),
        (EXTENDED, CT.OFC_EXTENDED_PROPERTIES, RT.EXTENDED_PROPERTIES),
    ):
        package.relate_to(Part(PackURI(name), kind, package, NOTHING[name]), relation)


def _part(package: Any, name: str, kind: str, written: str = "") -> Any:
    part = Part(PackURI(name), kind, package)
    if written:
        _write(part, written)
    return part


def _write(part: Any, written: str) -> None:
    tree = etree.fromstring(written)
    part.blob = etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)
