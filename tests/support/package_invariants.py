"""What has to hold for every deck, so that PowerPoint opens it without a word about repair.

These are the faults that schemas and validators do not see, for they lie between parts. Each has a
planted violation in `tests/render/pptx/test_package_invariants.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from lxml import etree

from tests.support.opc import CONTENT_TYPES, NAMESPACES, PRESENTATION, Package, repeated

LEAST_LAYOUT_ID = 2**31
SLIDE_IDS = range(256, 2**31)
WEB = {"http", "https", "mailto"}
RATIOS = {"screen4x3": 4 / 3, "screen16x9": 16 / 9, "screen16x10": 16 / 10}
UNWANTED = {"printerSettings", "thumbnail", "vbaProject", "oleObject", "control"}

Check = Callable[[Package], Iterator[str]]


def assert_sound(data: bytes) -> None:
    """Fail with everything that is wrong with a deck."""
    found = violations(data)
    assert not found, "\n".join(found)


def violations(data: bytes) -> list[str]:
    """Say everything that is wrong with a deck; nothing, if it is sound."""
    package = Package(data)
    unreadable = [line for check in ARCHIVE for line in check(package)]
    return unreadable or [line for check in BETWEEN_PARTS for line in check(package)]


def duplicate_members(package: Package) -> Iterator[str]:
    """Two members of one name, however it is written: which one counts is up to the reader."""
    names = repeated(name.lower() for name in package.names)
    yield from (f"{name}: twice in the archive" for name in names)


def malformed_xml(package: Package) -> Iterator[str]:
    """A part that no parser can read."""
    for name, data in package.members.items():
        if name.endswith((".xml", ".rels")):
            try:
                etree.fromstring(data)
            except etree.XMLSyntaxError as error:
                yield f"{name}: malformed XML: {error}"


def content_types(package: Package) -> Iterator[str]:
    """Every part has a type, and every type a part."""
    if CONTENT_TYPES not in package.members:
        yield f"{CONTENT_TYPES}: missing"
    yield from (f"{p}: no content type" for p in package.parts if not package.content_type(p))
    names = {"/" + name for name in package.members}
    absent = package.overrides.keys() - names
    yield from (f"{name}: a content type for an absent part" for name in sorted(absent))
    declared = package.values(CONTENT_TYPES, "ct:Override/@PartName")
    yield from (f"{name}: two content types" for name in repeated(declared))


def relationship_targets(package: Package) -> Iterator[str]:
    """A relationship leads to a part of the package, or as a hyperlink to the web."""
    for rel in package.relationships:
        if "\\" in rel.written:
            yield f"{rel.source}: {rel.id} has a backslash in its target: {rel.written}"
        elif rel.external:
            if rel.kind != "hyperlink":
                yield f"{rel.source}: {rel.id} is external, and no hyperlink: {rel.written}"
            elif urlsplit(rel.written).scheme not in WEB:
                yield f"{rel.source}: {rel.id} links to no web address: {rel.written}"
        elif urlsplit(rel.written).scheme:
            yield f"{rel.source}: {rel.id} is an address, but not external: {rel.written}"
        elif rel.target not in package.members:
            yield f"{rel.source}: {rel.id} is dangling: {rel.written}"


def duplicate_relationships(package: Package) -> Iterator[str]:
    """A part has each relationship once, and belongs to the package itself."""
    ids = repeated((rel.source, rel.id) for rel in package.relationships)
    yield from (f"{pair}: two relationships of one id" for pair in ids)
    same = repeated((r.source, r.kind, r.written) for r in package.relationships)
    yield from (f"{triple}: the same relationship twice" for triple in same)
    sources = {rel.source for rel in package.relationships} - {""}
    absent = sources - package.members.keys()
    yield from (f"{name}: relationships of an absent part" for name in sorted(absent))


def undeclared_ids(package: Package) -> Iterator[str]:
    """An id that XML refers to is declared."""
    declared = {(rel.source, rel.id) for rel in package.relationships}
    used = f"//@*[namespace-uri()='{NAMESPACES['r']}']"
    for name in package.parts:
        if name.endswith(".xml"):
            ids = {value for value in package.values(name, used) if value}
            missing = sorted(ids - {key for source, key in declared if source == name})
            yield from (f"{name}: {key} is used, but not declared" for key in missing)


def orphans(package: Package) -> Iterator[str]:
    """Every part can be reached from the package."""
    reached: set[str] = set()
    ahead = [""]
    while ahead:
        source = ahead.pop()
        targets = {r.target for r in package.relationships if r.source == source and not r.external}
        ahead += targets - reached
        reached |= targets
    yield from (f"{name}: an orphan" for name in package.parts if name not in reached)


def unwanted_parts(package: Package) -> Iterator[str]:
    """No macro, no embedded program, no printer's data, no picture of another deck."""
    for rel in package.relationships:
        if rel.kind in UNWANTED:
            yield f"{rel.source}: has a {rel.kind}: {rel.written}"
    for name in package.parts:
        if "macro" in package.content_type(name).lower() or name.endswith("vbaProject.bin"):
            yield f"{name}: holds macros"


def shape_ids(package: Package) -> Iterator[str]:
    """Shapes of one slide have ids of their own, and the rules hold for layouts, too."""
    for name in package.parts:
        if name.endswith(".xml"):
            ids = repeated(package.values(name, "//p:spTree//p:cNvPr/@id"))
            yield from (f"{name}: two shapes with the id {key}" for key in ids)


def layout_ids(package: Package) -> Iterator[str]:
    """Ids of masters and layouts are unique together, and large enough."""
    ids = package.values(PRESENTATION, "//p:sldMasterId/@id")
    for master in package.of_type("slideMaster"):
        ids += package.values(master, "//p:sldLayoutId/@id")
    yield from (f"{key}: two layouts or masters with this id" for key in repeated(ids))
    small = (key for key in ids if int(key) < LEAST_LAYOUT_ID)
    yield from (f"{key}: too small for the id of a layout or master" for key in small)


def listed_layouts(package: Package) -> Iterator[str]:
    """A master lists all layouts that it is related to."""
    for master in package.of_type("slideMaster"):
        listed = set(package.values(master, "//p:sldLayoutId/@r:id"))
        for rel in package.relationships:
            if rel.source == master and rel.kind == "slideLayout" and rel.id not in listed:
                yield f"{rel.target}: missing from the sldLayoutIdLst of {master}"


def slide_ids(package: Package) -> Iterator[str]:
    """Slides are listed once each, under ids of their own."""
    ids = package.values(PRESENTATION, "//p:sldIdLst/p:sldId/@id")
    yield from (f"{key}: two slides with this id" for key in repeated(ids))
    yield from (f"{key}: not the id of a slide" for key in ids if int(key) not in SLIDE_IDS)
    listed = package.values(PRESENTATION, "//p:sldIdLst/p:sldId/@r:id")
    yield from (f"{key}: a slide that is listed twice" for key in repeated(listed))
    for rel in package.relationships:
        if (rel.source, rel.kind) == (PRESENTATION, "slide") and rel.id not in listed:
            yield f"{rel.target}: missing from the sldIdLst"


def one_layout(package: Package) -> Iterator[str]:
    """Every slide has one layout."""
    for slide in package.of_type("slide"):
        count = len(package.related(slide, "slideLayout"))
        if count != 1:
            yield f"{slide}: has {count} layouts"


def own_notes(package: Package) -> Iterator[str]:
    """Notes belong to one slide, which they lead back to, and stand on the notes master."""
    pages = [page for slide in package.of_type("slide") for page in _notes(package, slide)]
    yield from (f"{page}: the notes of two slides" for page in repeated(pages))
    for page in package.of_type("notesSlide"):
        owners = [s for s in package.of_type("slide") if page in _notes(package, s)]
        if package.related(page, "slide") != owners:
            yield f"{page}: does not lead back to its slide"
        if len(package.related(page, "notesMaster")) != 1:
            yield f"{page}: has no notes master"
    if package.of_type("notesMaster") and not package.every(PRESENTATION, "p:notesMasterIdLst"):
        yield f"{PRESENTATION}: has a notes master, but no notesMasterIdLst"


def _notes(package: Package, slide: str) -> list[str]:
    return package.related(slide, "notesSlide")


def sections(package: Package) -> Iterator[str]:
    """Sections, where there are any, hold each slide once, in the slides' order."""
    slides = package.values(PRESENTATION, "//p:sldIdLst/p:sldId/@id")
    if package.every(PRESENTATION, "//p14:sectionLst"):
        named = package.values(PRESENTATION, "//p14:section//p14:sldId/@id")
        unknown = [key for key in named if key not in slides]
        yield from (f"{key}: in a section, but no slide" for key in unknown)
        yield from (f"{key}: in no section" for key in slides if key not in named)
        yield from (f"{key}: in two sections" for key in repeated(named))
    guids = package.values(PRESENTATION, "//p14:section/@id")
    yield from (f"{guid}: two sections with this id" for guid in repeated(guids))


def table_rows(package: Package) -> Iterator[str]:
    """Every row of a table has a cell for each column of its grid."""
    for name in package.of_type("slide"):
        for table in package.every(name, "//a:tbl"):
            columns = len(table.findall("a:tblGrid/a:gridCol", NAMESPACES))
            for row in table.findall("a:tr", NAMESPACES):
                cells = len(row.findall("a:tc", NAMESPACES))
                if cells != columns:
                    yield f"{name}: a row of {cells} cells in a table of {columns} columns"


def slide_size(package: Package) -> Iterator[str]:
    """A slide is of the shape that its size is called."""
    for size in package.every(PRESENTATION, "p:sldSz"):
        expected = RATIOS.get(size.get("type", ""))
        ratio = int(size.get("cx", "0")) / int(size.get("cy", "1"))
        if expected is not None and abs(ratio - expected) > 0.01:
            yield f"{PRESENTATION}: sldSz is no {size.get('type')}"


ARCHIVE: tuple[Check, ...] = (duplicate_members, malformed_xml)
BETWEEN_PARTS: tuple[Check, ...] = (
    content_types,
    relationship_targets,
    duplicate_relationships,
    undeclared_ids,
    orphans,
    unwanted_parts,
    shape_ids,
    layout_ids,
    listed_layouts,
    slide_ids,
    one_layout,
    own_notes,
    sections,
    table_rows,
    slide_size,
)
