"""Time, things and copies, as a build makes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from tests.support.built import Finished, borderdeck
from tests.support.pdf import text_of
from tests.support.trainings import ONE_DAY, PLACE_AND_DATE, course_of_trainings

if TYPE_CHECKING:
    from pathlib import Path

OURS = ("agenda", "run-sheet", "checklist", "print-list")


def build(folder: Path, *options: str, told: str = ONE_DAY, **environ: str) -> Finished:
    """Build the sample course in this folder, by an edition file."""
    course_of_trainings(folder)
    (folder / "edition.yaml").write_text(PLACE_AND_DATE + told, encoding="utf-8")
    return borderdeck(
        "build", "--edition", "edition.yaml", "--json", *options, here=folder, **environ
    )


def only(*kinds: str) -> list[str]:
    return [word for kind in kinds for word in ("--only", kind)]


def paper(folder: Path, done: Finished, name: str) -> bytes:
    output = folder / str(done.report["output"])
    (path,) = output.rglob(f"{name}.pdf")
    return path.read_bytes()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Finished]:
    """The whole edition of a sample training, with large print."""
    folder = tmp_path_factory.mktemp("training")
    done = build(folder, told="large_print: 2\nparticipants_expected: 24\n" + ONE_DAY)
    assert done.code == 0, done.err
    return folder, done


def files(done: Finished) -> dict[str, Any]:
    return {file["path"]: file for file in done.report["files"]}


def test_the_papers_are_where_they_belong(whole: tuple[Path, Finished]) -> None:
    paths = [path for path in files(whole[1]) if path.endswith(tuple(f"{n}.pdf" for n in OURS))]
    assert paths == [
        "handouts/agenda.pdf",
        "facilitator/run-sheet.pdf",
        "facilitator/checklist.pdf",
        "facilitator/print-list.pdf",
    ]


NOT_LISTED = re.compile(r"-fillable\.pdf$|^packet/|six-to-a-page|guide-session-")
"""What is for the screen, repeats other papers, or is the other way to print the same slides."""


def test_the_print_list_names_each_paper_that_is_to_be_printed(
    whole: tuple[Path, Finished],
) -> None:
    listed = re.sub(r"\s+|\u200b", "", text_of(paper(*whole, "print-list")))
    made = (path for path in files(whole[1]) if path.endswith(".pdf"))
    papers = [path for path in made if not NOT_LISTED.search(path)]
    missing = [path for path in papers if path not in listed]
    assert missing == ["facilitator/print-list.pdf"]


def test_the_print_list_has_the_pages_that_the_papers_have(whole: tuple[Path, Finished]) -> None:
    pages = files(whole[1])["handouts/agenda-large-print.pdf"]["pages"]
    row = re.search(r"Agenda +A4, colour +\w+ +(\d+) +2 ", text_of(paper(*whole, "print-list")))
    assert row is not None
    assert int(row[1]) == pages


@pytest.mark.parametrize("name", ["checklist", "print-list"])
def test_made_alone_it_is_the_same(whole: tuple[Path, Finished], tmp_path: Path, name: str) -> None:
    told = "large_print: 2\nparticipants_expected: 24\n" + ONE_DAY
    done = build(tmp_path, *only(name), told=told)
    assert list(files(done)) == [f"facilitator/{name}.pdf"]
    assert paper(tmp_path, done, name) == paper(*whole, name)


def test_it_is_not_made_for_one_session(tmp_path: Path) -> None:
    done = build(tmp_path, "--session", "1")
    assert "facilitator/print-list.pdf" not in files(done)


def secrets_in(data: bytes, folder: Path) -> list[str]:
    """Give what of the facilitator's is in a paper: in its words, metadata or attachments."""
    path = folder / "paper.pdf"
    path.write_bytes(data)
    with pikepdf.open(path) as opened:
        strings = [str(value) for value in opened.objects if isinstance(value, pikepdf.String)]
        kept = " ".join([str(opened.docinfo), str(opened.open_metadata()), *strings])
        kept += " ".join(opened.attachments)
    return [word for word in (text_of(data), kept) if "Secret" in word]


@pytest.mark.parametrize("name", ["agenda", "agenda-large-print"])
def test_no_secret_is_on_the_agenda(
    whole: tuple[Path, Finished], tmp_path: Path, name: str
) -> None:
    assert secrets_in(paper(*whole, name), tmp_path) == []


def test_a_secret_on_the_agenda_would_be_found(tmp_path: Path) -> None:
    done = build(tmp_path, *only("agenda"), told=ONE_DAY.replace("Opening", "Secret opening"))
    assert secrets_in(paper(tmp_path, done, "agenda"), tmp_path) != []


def test_a_timetable_with_gaps_is_told_in_a_draft(tmp_path: Path) -> None:
    done = build(tmp_path, *only("agenda"), told=ONE_DAY.replace("        minutes: 30\n", ""))
    assert done.code == 0
    assert [found["code"] for found in done.report["diagnostics"]] == ["minutes-missing"]


def test_a_timetable_with_gaps_is_not_for_the_printer(tmp_path: Path) -> None:
    told = ONE_DAY.replace("        minutes: 30\n", "")
    assert build(tmp_path, *only("agenda"), "--final", told=told).code == 1


def test_the_same_training_gives_the_same_bytes_elsewhere(
    whole: tuple[Path, Finished], tmp_path: Path
) -> None:
    told = "large_print: 2\nparticipants_expected: 24\n" + ONE_DAY
    elsewhere = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "1", "HOME": str(tmp_path)}
    done = build(tmp_path, *only(*OURS), told=told, **elsewhere)
    names = (*OURS, "agenda-large-print")
    assert [paper(tmp_path, done, n) == paper(*whole, n) for n in names] == [True] * 5
