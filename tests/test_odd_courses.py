"""Papers of a course, and of people, that are like no other, as printers and readers have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import accessible, craft
from tests.support.built import Edition, borderdeck
from tests.support.pdf import text_of, ua_failures, words_heard

if TYPE_CHECKING:
    from pathlib import Path

LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
LONG_TITLE = "A sample of a title that is longer than any title should be, " * 3
LONG_CELL = "A long text in a cell of a sample, which has more words than the cell has room for"

MINISTRY = "The Sample Ministry of the Interior and of Justice of a Sample"

OUTLINE = """
title: A sample course
language: en
sessions: [1.yaml, 2.yaml, 3.yaml]
"""

ONE_WORD = """
id: one
title: Go
sections: [{id: s, title: Go, slides: [{blocks: [{paragraph: Go}]}]}]
"""

LISTS = f"""
id: two
title: {LONG_TITLE}
objectives: {{lead: "You will:", items: [Name]}}
key_messages: [{", ".join(f"{{id: k{n}, text: Sample message {n}}}" for n in range(1, 41))}]
sections:
  - id: s
    title: {LONG_TITLE} {LONG_WORD}
    slides:
      - title: A list of forty
        blocks: [{{bullets: [{", ".join(f"Sample item {n}" for n in range(1, 41))}]}}]
      - title: Words without a space
        blocks: [{{paragraph: {"a" * 200}}}, {{numbered: [First, Second]}}]
"""

WIDE = ("Institutionalisation", "Internationalisation", "Counterrevolutionaries", *"defghi")

TABLES = f"""
id: three
title: Tables
sections:
  - id: s
    title: Wide
    slides:
      - title: A wide table
        blocks:
          - caption: A sample
            header: [One, Two, Three, Four, Five, Six, Seven, Eight, Nine]
            table: [[{", ".join(WIDE)}], [a, b, c, "{LONG_CELL}", e, f, g, h, i]]
      - title: A long table
        blocks:
          - header: [One, Two]
            table: [{", ".join(f"[Row {n}, A value]" for n in range(30))}]
"""

PEOPLE = f"""name,organisation
{"Maria-Fernanda de la Concepcion Example-Sample-Rodriguez " * 2},{MINISTRY}
محمد عبد الله الحسن,وزارة العينة
王小明,示例部
Zoë 🙂 Example,Sample 🚢 Agency
"=HYPERLINK(""http://example.org"",""click"")",=1+1
<b>Bobby</b> {{{{ paper }}}},<script>alert(1)</script>
X,Y
{"A" * 80},{LONG_WORD}
"""

FILES = {
    "course/course.yaml": OUTLINE,
    "course/1.yaml": ONE_WORD,
    "course/2.yaml": LISTS,
    "course/3.yaml": TABLES,
    "people.csv": PEOPLE,
}


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The papers of this course, with large twins."""
    folder = tmp_path_factory.mktemp("odd")
    for name, text in FILES.items():
        _write(folder / name, text)
    options = ("--place", "Geneva", "--date", "2026-11-23", "--participants", "people.csv")
    done = borderdeck(
        "build", "course", "-o", "output", "--json", "--large-print", *options, here=folder
    )
    assert done.code == 0, done.err
    return Edition(folder / done.report["output"], done.report)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


RULES = {**craft.RULES, **accessible.RULES, "ua_failures": ua_failures}


@pytest.mark.parametrize("rule", RULES)
def test_no_paper_breaks_a_rule(odd: Edition, rule: str) -> None:
    found = {path: RULES[rule](data) for path, data in odd.pdfs().items()}

    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("name", ["badges.pdf", "certificates.pdf", "sign-in.pdf"])
def test_names_are_printed_as_they_are_written(odd: Edition, name: str) -> None:
    text = "".join(words_heard(odd.paper(name)).split())

    written = ('=HYPERLINK("http://example.org","click")', "<b>Bobby</b>{{paper}}", "A" * 80)
    assert [w for w in written if w not in text] == []


def test_a_wide_table_is_read_row_by_row_in_large_print(odd: Edition) -> None:
    text = " ".join(words_heard(odd.paper("session-3-large-print.pdf")).split())

    assert f"Four: {LONG_CELL}" in text


def test_all_columns_of_a_wide_table_are_on_its_flipchart_sheet(odd: Edition) -> None:
    words = text_of(odd.paper("flipchart-session-3.pdf")).split()

    assert "Nine" in words
