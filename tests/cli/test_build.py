"""`borderdeck build`, as it is typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation

from tests.support.built import ROOT, borderdeck
from tests.support.courses import write_course

if TYPE_CHECKING:
    from pathlib import Path

COURSE = ROOT / "course"
DAYS = "2026-11-23..2026-11-27"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small course in a folder `course`, and the folder that holds it."""
    write_course(tmp_path)
    return tmp_path


def test_an_edition_is_named_after_place_first_day_and_language(small: Path) -> None:
    done = borderdeck("build", "--place", "São Tomé", "--date", DAYS, "--json", here=small)
    assert done.report["edition"] == "sao-tome-2026-11-23-en"


def test_an_edition_of_no_place_and_date_is_named_after_its_language(small: Path) -> None:
    assert borderdeck("build", "--json", here=small).report["edition"] == "en"


def test_the_output_goes_beside_the_course(small: Path) -> None:
    borderdeck("build", "-q", here=small)
    assert (small / "output" / "en" / "manifest.json").is_file()


def test_the_output_goes_where_it_is_wanted(small: Path) -> None:
    borderdeck("build", "-q", "-o", "elsewhere", here=small)
    assert (small / "elsewhere" / "en" / "manifest.json").is_file()


def test_the_course_is_found_from_a_folder_below_it(small: Path) -> None:
    done = borderdeck("build", "-q", here=small / "course" / "sessions")
    assert done.code == 0, done.err


def test_an_edition_file_says_place_and_date(small: Path) -> None:
    (small / "geneva.yaml").write_text(f"place: Geneva\ndate: {DAYS}\n", encoding="utf-8")
    done = borderdeck("build", "--edition", "geneva.yaml", "--json", here=small)
    assert done.report["edition"] == "geneva-2026-11-23-en"


def test_an_option_goes_before_the_edition_file(small: Path) -> None:
    (small / "geneva.yaml").write_text("place: Geneva\n", encoding="utf-8")
    options = ("--edition", "geneva.yaml", "--place", "Nairobi")
    done = borderdeck("build", *options, "--json", here=small)
    assert done.report["edition"] == "nairobi-en"


def test_a_session_that_is_not_taught_is_left_out_of_the_recap(tmp_path: Path) -> None:
    (tmp_path / "short.yaml").write_text("sessions: [introduction, wrap-up]\n", encoding="utf-8")
    options = ("--edition", "short.yaml", "-o", "out")
    done = borderdeck("build", COURSE, *options, "--json", here=tmp_path)
    decks = (file for file in done.report["files"] if file["kind"] == "deck")
    assert {file["session"]: file["slides"] for file in decks}[7] == 12


def test_one_session_alone_can_be_made(tmp_path: Path) -> None:
    done = borderdeck("build", COURSE, "--session", "7", "-o", "out", "--json", here=tmp_path)
    assert {file["session"] for file in done.report["files"]} == {7}


def test_one_kind_alone_can_be_made(tmp_path: Path) -> None:
    done = borderdeck("build", COURSE, "--only", "worksheets", "-o", "out", "--json", here=tmp_path)
    assert [file["kind"] for file in done.report["files"]] == ["worksheet", "worksheet"]


def test_what_a_run_does_not_make_stays(tmp_path: Path) -> None:
    borderdeck("build", COURSE, "--only", "handouts", "-o", "out", "-q", here=tmp_path)
    borderdeck("build", COURSE, "--only", "worksheets", "-o", "out", "-q", here=tmp_path)
    assert (tmp_path / "out" / "en" / "handouts" / "key-messages.pdf").is_file()


def test_an_unknown_session_is_wrong_use(small: Path) -> None:
    assert borderdeck("build", "--session", "9", here=small).code == 2


def test_a_date_that_does_not_exist_is_wrong_use(small: Path) -> None:
    assert borderdeck("build", "--date", "2026-13-45", here=small).code == 2


def test_a_folder_without_a_course_is_told_with_what_to_do(tmp_path: Path) -> None:
    assert "borderdeck init" in borderdeck("build", here=tmp_path).err


def test_open_placeholders_are_listed_with_their_place(tmp_path: Path) -> None:
    done = borderdeck("build", COURSE, "-o", "out", "--only", "decks", here=tmp_path)
    assert "course.yaml:12:10" in done.out


def test_open_placeholders_are_no_error_in_a_draft(small: Path) -> None:
    assert borderdeck("build", here=small).code == 0


def test_open_placeholders_are_an_error_for_the_printer(small: Path) -> None:
    assert borderdeck("build", "--final", here=small).code == 1


def test_nothing_is_written_where_there_is_an_error(small: Path) -> None:
    borderdeck("build", "--final", here=small)
    assert not (small / "output").exists()


def test_a_finished_edition_passes_as_final(small: Path) -> None:
    done = borderdeck("build", "--final", "--place", "Geneva", "--date", DAYS, here=small)
    assert done.code == 0, done.err


def test_quiet_says_nothing_where_nothing_is_wrong(small: Path) -> None:
    done = borderdeck("build", "-q", "--place", "Geneva", "--date", DAYS, here=small)
    assert done.out + done.err == ""


def test_the_report_alone_is_on_stdout(small: Path) -> None:
    done = borderdeck("build", "--json", here=small)
    assert done.report["output"] == "output/en"


def test_each_file_in_the_report_has_the_hash_of_its_bytes(small: Path) -> None:
    import hashlib

    done = borderdeck("build", "--json", here=small)
    folder = small / done.report["output"]
    found = {f["path"]: f["sha256"] for f in done.report["files"]}
    hashed = {p: hashlib.sha256((folder / p).read_bytes()).hexdigest() for p in found}
    assert found == hashed


def test_a_second_build_changes_nothing(small: Path) -> None:
    borderdeck("build", "-q", here=small)
    done = borderdeck("build", "--json", here=small)
    assert {file["status"] for file in done.report["files"]} == {"unchanged"}


def test_an_edit_by_hand_is_kept_and_told(small: Path) -> None:
    borderdeck("build", "-q", here=small)
    deck = next((small / "output" / "en" / "decks").iterdir())
    deck.write_bytes(b"mine")
    done = borderdeck("build", here=small)
    assert deck.read_bytes() == b"mine"
    assert "Kept your edit" in done.out


def test_colours_are_left_out_where_nobody_looks(small: Path) -> None:
    done = borderdeck("build", "--final", here=small)
    assert "\x1b" not in done.out + done.err


def test_same_input_gives_same_bytes_elsewhere(small: Path, tmp_path: Path) -> None:
    places = {"a": ("UTC", "C", "1"), "b": ("Asia/Kathmandu", "C.UTF-8", "2")}
    built = {}
    for name, (zone, locale, seed) in places.items():
        home = tmp_path / name
        home.mkdir()
        environ = {"HOME": str(home), "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed}
        done = borderdeck("build", "-o", name, "--json", here=small, **environ)
        built[name] = {f["path"]: f["sha256"] for f in done.report["files"]}
    assert built["a"] == built["b"]


def slide_ratio(folder: Path) -> float:
    """Give the width of a built deck's slides, as a share of their height."""
    deck = Presentation(str(next(folder.rglob("*.pptx"))))
    return round((deck.slide_width or 0) / (deck.slide_height or 1), 2)


def test_slides_are_wide_by_default(small: Path) -> None:
    borderdeck("build", "-q", "--only", "decks", here=small)
    assert slide_ratio(small) == 1.78


def test_slides_can_be_4_to_3(small: Path) -> None:
    borderdeck("build", "-q", "--only", "decks", "--slides", "4:3", here=small)
    assert slide_ratio(small) == 1.33


def test_an_edition_file_can_ask_for_4_to_3(small: Path) -> None:
    (small / "old-projector.yaml").write_text("slides: 4:3\n", encoding="utf-8")
    borderdeck("build", "-q", "--only", "decks", "--edition", "old-projector.yaml", here=small)
    assert slide_ratio(small) == 1.33


def changed(folder: Path) -> None:
    """Change the one key message of the small course."""
    path = folder / "course" / "sessions" / "1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("vital", "all"), encoding="utf-8")


def test_each_file_is_explained(small: Path) -> None:
    borderdeck("build", "-q", "--only", "decks", here=small)
    changed(small)
    done = borderdeck("build", "--only", "decks", "--explain", here=small)
    reason = "it says something else: sessions/1.yaml"
    assert f"  decks/session-1-rescue-at-sea.pptx: {reason}\n" in done.out


def test_the_explanation_is_in_the_report_as_data(small: Path) -> None:
    borderdeck("build", "-q", "--only", "decks", here=small)
    changed(small)
    (file,) = borderdeck("build", "--only", "decks", "--json", here=small).report["files"]
    assert file["reasons"] == [{"cause": "plan", "names": ["sessions/1.yaml"]}]


def test_a_build_with_nothing_to_do_says_so(small: Path) -> None:
    borderdeck("build", "-q", "--only", "decks", here=small)
    done = borderdeck("build", "--only", "decks", here=small)
    assert done.out.startswith("Nothing has changed. Up to date: 1 deck (2 slides).\n")


def test_only_what_was_made_is_counted(small: Path) -> None:
    borderdeck("build", "-q", here=small)
    next((small / "output" / "en" / "decks").iterdir()).unlink()
    done = borderdeck("build", here=small)
    assert re.match(r"Built 1 deck \(2 slides\) in .* s; \d+ other files as before\.", done.out)


def test_a_dry_run_says_what_would_be_built(small: Path) -> None:
    done = borderdeck("build", "--only", "decks", "-n", here=small)
    assert done.out.startswith("Would build 1 deck.\nThey go to output/en\n")


def test_a_dry_run_writes_nothing(small: Path) -> None:
    borderdeck("build", "-n", here=small)
    assert not (small / "output").exists()


def test_a_dry_run_with_nothing_to_do_says_so(small: Path) -> None:
    borderdeck("build", "-q", "--only", "decks", here=small)
    done = borderdeck("build", "--only", "decks", "-n", here=small)
    assert done.out.startswith("Nothing would be built.\n")
