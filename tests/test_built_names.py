"""Who takes part stands on the papers that name people, and nowhere else. Names are samples."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

from tests.support.built import ROOT, Edition, borderdeck
from tests.support.pdf import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIST = """\
name;organisation;role;large print;e-mail
Qwendolyn Xamplesen;Zzyzx Ministry;Vexillologist;yes;qwendolyn@example.org
Jörgünther Pröbe;Ypsilon Agency;;;
محمد كسمبل;وزارة كسمبل;;;
"""
SECRETS = (
    *("Qwendolyn", "Xamplesen", "Zzyzx", "Vexillologist", "qwendolyn@example.org"),
    *("Jörgünther", "Pröbe", "Ypsilon", "كسمبل"),
)
NAMING = {
    "facilitator/badges.pdf",
    "facilitator/certificates.pdf",
    "facilitator/sign-in.pdf",
}
"""The papers that bear names."""


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The bundled course for these people; their list lies beside it."""
    folder = tmp_path_factory.mktemp("names")
    (folder / "people.csv").write_text(LIST, encoding="utf-8")
    options = ("--place", "Geneva", "--participants", "people.csv", "-o", "output", "--json")
    done = borderdeck("build", ROOT / "course", *options, here=folder)
    assert done.code == 0, done.err
    return Edition(folder / done.report["output"], done.report)


def said_in(data: bytes, name: str) -> Iterator[str]:
    """Give all words in a file: those that are seen, and what is hidden in it."""
    if name.endswith(".pdf"):
        yield text_of(data)
        with pikepdf.open(BytesIO(data)) as file:
            yield from (str(o) for o in file.objects if isinstance(o, pikepdf.String))
            yield from (_strings(o) for o in file.objects)
    elif name.endswith(".pptx"):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            yield from (
                archive.read(member).decode("utf-8", "replace") for member in archive.namelist()
            )
    else:
        yield data.decode("utf-8", "replace")


def _strings(value: object) -> str:
    """Give the texts that an object holds, whether it is a list, keys or a stream."""
    if isinstance(value, pikepdf.String):
        return str(value)
    if isinstance(value, pikepdf.Stream):
        return _strings(value.stream_dict) + value.read_bytes().decode("utf-8", "replace")
    if isinstance(value, pikepdf.Dictionary):
        return " ".join(_strings(kept) for _, kept in value.items() if not _leads_on(kept))
    if isinstance(value, pikepdf.Array):
        return " ".join(_strings(kept) for kept in value if not _leads_on(kept))
    return ""


def _leads_on(value: object) -> bool:
    return isinstance(value, pikepdf.Object) and value.is_indirect


def betrayed(data: bytes, name: str) -> set[str]:
    """Give the secrets that a file holds."""
    words = "\n".join(said_in(data, name))
    return {secret for secret in SECRETS if secret in words}


def files(edition: Edition) -> dict[str, bytes]:
    """Give all files of an edition, by their paths in it."""
    paths = (path for path in edition.folder.rglob("*") if path.is_file())
    return {path.relative_to(edition.folder).as_posix(): path.read_bytes() for path in paths}


def test_names_stand_on_the_papers_that_need_them_alone(edition: Edition) -> None:
    naming = {name for name, data in files(edition).items() if betrayed(data, name)}
    assert naming == NAMING


def test_a_badge_says_the_organisation_and_a_certificate_does_not(edition: Edition) -> None:
    said = [betrayed(edition.paper(name), name) for name in ("badges.pdf", "certificates.pdf")]
    assert ["Zzyzx" in words for words in said] == [True, False]


@pytest.mark.parametrize("secret", ["Vexillologist", "qwendolyn@example.org"])
def test_what_no_paper_needs_stands_nowhere(edition: Edition, secret: str) -> None:
    assert [name for name, data in files(edition).items() if secret in betrayed(data, name)] == []


def test_the_report_names_nobody(edition: Edition) -> None:
    report = json.dumps(edition.report, ensure_ascii=False)
    assert betrayed(report.encode(), "report.json") == set()


def test_the_log_names_nobody(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(f"{LIST};nobody\n", encoding="utf-8")
    done = borderdeck(
        "build", ROOT / "course", "--participants", "people.csv", "--json", here=tmp_path
    )
    assert (done.code, betrayed((done.out + done.err).encode(), "log.txt")) == (1, set())


@pytest.mark.parametrize("key", ["/Author", "/Keywords"])
def test_a_name_in_the_metadata_would_be_noticed(edition: Edition, key: str) -> None:
    planted = BytesIO()
    with pikepdf.open(BytesIO(edition.paper("key-messages.pdf"))) as file:
        file.docinfo[key] = SECRETS[0]
        file.save(planted)
    assert betrayed(planted.getvalue(), "key-messages.pdf") == {SECRETS[0]}


def test_a_name_in_an_attachment_would_be_noticed(edition: Edition) -> None:
    planted = BytesIO()
    with pikepdf.open(BytesIO(edition.paper("key-messages.pdf"))) as file:
        file.attachments["list.csv"] = LIST.encode()
        file.save(planted)
    assert set(SECRETS) == betrayed(planted.getvalue(), "key-messages.pdf")


def test_a_name_in_the_notes_of_a_slide_would_be_noticed() -> None:
    planted = BytesIO()
    with zipfile.ZipFile(planted, "w") as archive:
        archive.writestr("ppt/notesSlides/notesSlide1.xml", f"<a:t>{SECRETS[0]}</a:t>")
    assert betrayed(planted.getvalue(), "deck.pptx") == {SECRETS[0]}
