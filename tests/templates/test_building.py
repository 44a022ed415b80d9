"""`borderdeck build --template`, and `template` in an edition file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx import Presentation

from tests.support.built import borderdeck
from tests.support.courses import write_course
from tests.support.planting import edited
from tests.templates.makers import MAIN, default

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.built import Finished

FOUR_BY_THREE = 9144000


def built(tmp_path: Path, *options: str) -> Finished:
    """Build a small course's decks; `own.pptx` and `designs/own.pptx` are templates."""
    write_course(tmp_path)
    (tmp_path / "designs").mkdir()
    (tmp_path / "own.potx").write_bytes(default())
    (tmp_path / "designs" / "design.potx").write_bytes(default())
    (tmp_path / "designs" / "rome.yaml").write_text("place: Rome\ntemplate: design.potx\n")
    return borderdeck("build", "course", "--only", "decks", "--json", *options, here=tmp_path)


def built_with_a_long_source(tmp_path: Path) -> Finished:
    """Build a slide with a quote whose source fills many lines, and one without any."""
    quote = f"{{title: Long, blocks: [{{quote: Rest., source: {'A long source. ' * 60}}}]}}"
    plain = "{title: Plain, blocks: [{paragraph: Words.}]}"
    section = f"  - id: first\n    title: First\n    slides: [{plain}, {quote}]\n"
    write_course(tmp_path, f"id: rescue\ntitle: Rescue\nsections:\n{section}")
    (tmp_path / "own.potx").write_bytes(default())
    options = ("--only", "decks", "--json", "--template", "own.potx")
    return borderdeck("build", "course", *options, here=tmp_path)


def width(tmp_path: Path) -> int:
    """The width of the built deck's slides, in EMU."""
    (deck,) = (tmp_path / "output").glob("*/decks/*.pptx")
    return int(Presentation(str(deck)).slide_width)


def test_a_template_is_taken_from_where_the_command_is_run(tmp_path: Path) -> None:
    built(tmp_path, "--template", "own.potx")
    assert width(tmp_path) == FOUR_BY_THREE


def test_a_template_is_taken_from_beside_the_edition_file(tmp_path: Path) -> None:
    built(tmp_path, "--edition", "designs/rome.yaml")
    assert width(tmp_path) == FOUR_BY_THREE


def test_what_the_template_lacks_is_a_warning(tmp_path: Path) -> None:
    found = built(tmp_path, "--template", "own.potx").report["diagnostics"]
    assert {d["severity"] for d in found if d["code"] == "template-lacks"} == {"warning"}


def test_nothing_is_said_of_our_own_template(tmp_path: Path) -> None:
    found = built(tmp_path).report["diagnostics"]
    assert not {"template-lacks", "font-substituted"} & {d["code"] for d in found}


def test_a_source_that_no_size_makes_fit_is_told_and_not_as_set_smaller(tmp_path: Path) -> None:
    messages = [d["message"] for d in built_with_a_long_source(tmp_path).report["diagnostics"]]
    assert [m for m in messages if "does not fit" in m or 'box "Source"' in m] == [
        'the source of "Long" does not fit its slide'
    ]


def test_a_template_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    (found,) = _errors(built(tmp_path, "--template", "none.pptx"))
    assert found["code"] == "missing-file"


def test_a_template_that_is_none_is_an_error(tmp_path: Path) -> None:
    (found,) = _errors(built(tmp_path, "--template", "course/course.yaml"))
    assert found["code"] == "unreadable-template"


def test_a_template_with_macros_is_an_error_that_names_it(tmp_path: Path) -> None:
    macros = "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
    data = edited(default(), ("[Content_Types].xml", MAIN.format("presentation"), macros))
    (tmp_path / "macros.pptm").write_bytes(data)
    (found,) = _errors(built(tmp_path, "--template", "macros.pptm"))
    assert found["message"] == ('"macros.pptm" cannot be the slides\' template: it holds macros')


def test_a_typeface_without_a_twin_is_told(tmp_path: Path) -> None:
    theme = ("ppt/theme/theme1.xml", 'typeface="Calibri"', 'typeface="Gotham"')
    (tmp_path / "gotham.potx").write_bytes(edited(default(), theme))
    found = built(tmp_path, "--template", "gotham.potx").report["diagnostics"]
    assert ["Gotham" in d["message"] for d in found if d["code"] == "font-substituted"] == [True]


def test_the_template_is_among_a_decks_sources(tmp_path: Path) -> None:
    built(tmp_path, "--template", "own.potx")
    (manifest,) = (tmp_path / "output").glob("*/manifest.json")
    assert "own.potx" in manifest.read_text(encoding="utf-8")


def test_the_same_template_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    reports = [built(tmp_path / name, "--template", "own.potx").report for name in ("a", "b")]
    assert len({file["sha256"] for report in reports for file in report["files"]}) == 1


def _errors(finished: Finished) -> list[dict[str, str]]:
    return [d for d in finished.report["diagnostics"] if d["severity"] == "error"]
