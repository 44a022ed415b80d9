"""Lists of participants, as Excel and people make them. All names are samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from borderdeck.course.participants.reading import LIMIT, load_participants, read_participants
from borderdeck.diagnostics import Code, Severity
from borderdeck.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.course.participants import Person

HOSTILE = (
    '=HYPERLINK("http://example.org","click")',
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "Niamh O’Example-d'Arc",
    "Robert'); DROP TABLE participants;--",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "أمينة مثال",
    "דוגמה",
    "W" * 120,
    "Z̲o̲ë̲",
    "Ada 🦉",
)


def people(data: str | bytes) -> tuple[Person, ...]:
    """Read a list in which nothing is wrong."""
    read, found = read_participants(data.encode() if isinstance(data, str) else data, "p.csv")
    assert found == ()
    return read


def found(data: str | bytes) -> list[Code]:
    """Give the codes of what is wrong with a list."""
    raw = data.encode() if isinstance(data, str) else data
    return [diagnostic.code for diagnostic in read_participants(raw, "p.csv")[1]]


def quoted(words: str) -> str:
    """Write a cell as Excel does."""
    return '"' + words.replace('"', '""') + '"'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_of_unicode_is_read(encoding: str) -> None:
    text = "Name\tOrganisation\nZoé Example\tSample Ministry\n"
    (person,) = people(text.encode(encoding))
    assert (person.name, person.organisation) == ("Zoé Example", "Sample Ministry")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_what_parts_the_columns_is_told_by_the_first_line(separator: str) -> None:
    rows = (("Role", "Name"), ("Officer", "Amina Example"))
    (person,) = people("\n".join(separator.join(row) for row in rows))
    assert (person.name, person.role) == ("Amina Example", "Officer")


def test_commas_in_names_do_not_count_against_semicolons() -> None:
    (person,) = people("name;organisation\nExample, Amina, Dr;Ministry, Sample, of\n")
    assert person.name == "Example, Amina, Dr"


def test_the_line_that_tells_excel_of_the_separator_is_no_header() -> None:
    assert people("sep=;\nname;role\nAmina Example;Officer\n")[0].role == "Officer"


@pytest.mark.parametrize(
    "header",
    ["name;title;role", "name;title;position", "name;Title;Job title", "participant;title;role"],
)
def test_a_title_beside_a_role_is_not_taken_for_one(header: str) -> None:
    ((person,), _) = read_participants(f"{header}\nAmina Example;Ms;Officer\n".encode(), "p.csv")
    assert person.role == "Officer"


def test_a_title_alone_is_a_role() -> None:
    assert people("name;title\nAmina Example;Officer\n")[0].role == "Officer"


def test_which_of_two_columns_is_taken_is_told_as_a_warning() -> None:
    _, (told,) = read_participants(b"name;title;role\nAmina Example;Ms;Officer\n", "p.csv")
    assert (told.severity, told.code) == (Severity.WARNING, Code.UNKNOWN_COLUMN)
    assert told.message == 'the role is taken from "role", and this column is left out'


def test_two_columns_of_one_heading_are_an_error() -> None:
    assert found("name;role;Role\nAmina Example;Officer;Officer\n") == [Code.DUPLICATE_KEY]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_every_line_break_ends_a_row(line_break: str) -> None:
    data = line_break.join(("name", "Amina Example", "Bruno Example", ""))
    assert [person.position.line for person in people(data)] == [2, 3]


def test_a_quoted_cell_may_hold_line_breaks_separators_and_quotes() -> None:
    data = 'name,organisation\r\nAmina Example,"Ministry of\r\n""Samples"", East"\r\nBruno,X\r\n'
    first, second = people(data)
    assert first.organisation == 'Ministry of "Samples", East'
    assert second.position.line == 4


def test_a_space_may_stand_before_a_quoted_cell() -> None:
    assert people('role, name\nOfficer, "Example, Amina"\n')[0].name == "Example, Amina"


@pytest.mark.parametrize(
    "heading", ["NAME", " Name ", "Full name", "full_name", "\u00a0name", '"Name"']
)
def test_headings_are_known_in_any_case(heading: str) -> None:
    assert people(f"{heading}\nAmina\n")[0].name == "Amina"


@pytest.mark.parametrize("heading", ["organisation", "Organization", "Institution"])
def test_an_organisation_is_spelt_in_either_way(heading: str) -> None:
    assert people(f"name;{heading}\nAmina;Ministry\n")[0].organisation == "Ministry"


def test_first_and_last_name_make_a_name() -> None:
    assert people("Last name,First name\nExample,Amina\n")[0].name == "Amina Example"


def test_who_has_one_name_only_has_that() -> None:
    assert people("first name,last name\nAmina,\n")[0].name == "Amina"


@pytest.mark.parametrize(
    ("words", "needed"), [("yes", True), ("Y", True), ("x", True), ("no", False), ("", False)]
)
def test_large_print_is_needed_or_not(words: str, needed: bool) -> None:
    assert people(f"name,large print\nAmina,{words}\n")[0].large_print is needed


@pytest.mark.parametrize(("words", "tag"), [("fr", "fr"), ("French", "fr"), ("en_GB", "en-GB")])
def test_a_language_is_a_tag_or_one_of_the_six_names(words: str, tag: str) -> None:
    assert people(f"name,language\nAmina,{words}\n")[0].language == tag


def test_rows_of_empty_cells_are_no_people() -> None:
    assert len(people('name;role\n;\n\n"";""\nAmina;\n;;;\n')) == 1


def test_a_row_may_be_shorter_than_the_header() -> None:
    assert people("name;role;language\nAmina\n")[0].role == ""


def test_empty_cells_beyond_the_header_are_not_missed() -> None:
    assert people("name;role;;\nAmina;Officer;;\n")[0].role == "Officer"


def test_email_is_left_out_without_a_word() -> None:
    assert "example.org" not in str(people("name,E-mail\nAmina,amina@example.org\n"))


def test_unknown_columns_are_told_in_one_warning() -> None:
    _, diagnostics = read_participants(b"name,shoe size,hat\nAmina,38,M\n", "p.csv")
    assert [(d.code, d.severity) for d in diagnostics] == [(Code.UNKNOWN_COLUMN, Severity.WARNING)]
    assert '"shoe size", "hat"' in diagnostics[0].message


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_the_name_that_it_is(name: str) -> None:
    assert people(f"name,role\n{quoted(name)},x\n")[0].name == name


def test_white_space_in_a_name_is_one_space() -> None:
    assert people('name\n" Amina\u00a0\n  Example "\n')[0].name == "Amina Example"


def test_letters_are_composed_with_their_marks() -> None:
    assert people("name\nZoe\u0301\n")[0].name == "Zo\u00e9"


def test_who_is_there_twice_is_kept_and_told() -> None:
    read, diagnostics = read_participants(b"name\nAmina\nAMINA\n", "p.csv")
    assert len(read) == 2
    assert diagnostics[0].severity is Severity.WARNING


def test_namesakes_of_two_organisations_are_two_people() -> None:
    assert len(people("name,organisation\nAmina,A\nAmina,B\n")) == 2


def test_all_that_is_wrong_is_told_in_one_pass() -> None:
    data = "name,large print\n,yes\nZoé,maybe\nA\u202eB,no\nC,no,d\n".encode() + b"\xe9,no\n"
    assert found(data) == [
        Code.MISSING_NAME,
        Code.BAD_VALUE,
        Code.CONTROL_CHARACTER,
        Code.TOO_MANY_CELLS,
        Code.NOT_UTF8,
    ]


def test_a_byte_that_is_not_utf_8_is_named_with_its_place() -> None:
    (diagnostic,) = read_participants(b"name\nAmina\nZo\xe9\n", "p.csv")[1]
    assert diagnostic.position is not None
    assert (diagnostic.position.line, diagnostic.position.column) == (3, 3)
    assert "0xE9" in diagnostic.message


def test_no_message_repeats_a_name() -> None:
    data = "name,large print\nAmina,maybe\nAmina,no\nAmina,no,x\n" + "Amina" * 30 + ",no\n"
    _, diagnostics = read_participants(data.encode(), "p.csv")
    assert len(diagnostics) == 5
    assert "Amina" not in "".join(d.message + d.hint for d in diagnostics)


def test_nothing_of_a_person_shows_in_a_repr() -> None:
    assert repr(people("name,organisation\nAmina,Ministry\n")[0]) == "Person()"


def test_a_list_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_bytes(b"name\n" + b"x" * LIMIT)
    _, (diagnostic,) = load_participants(Workspace(here=tmp_path), path)
    assert diagnostic.code is Code.FILE_TOO_LARGE


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    _, (diagnostic,) = load_participants(Workspace(here=tmp_path), tmp_path / "p.csv")
    assert diagnostic.code is Code.MISSING_FILE


def test_a_list_with_errors_has_nobody(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("name,role\nAmina,Officer\n,Officer\n", encoding="utf-8")
    assert load_participants(Workspace(here=tmp_path), path)[0] is None


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(alphabet='name;,\t"\r\n a', max_size=200).map(str.encode),
    )
)
def test_whatever_a_list_holds_comes_back_as_people_or_as_diagnostics(data: bytes) -> None:
    read, diagnostics = read_participants(data, "p.csv")
    assert read or diagnostics


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet='name;,\t"\r\n é', max_size=200))
def test_each_place_is_inside_the_file(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    _, diagnostics = read_participants(text.encode(), "p.csv")
    places = [d.position for d in diagnostics if d.position]
    assert all(p.column <= len(lines[p.line - 1]) + 1 for p in places)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60).filter(lambda t: t.split() and "\ufffd" not in t))
def test_a_name_that_is_read_is_the_name_that_was_written(name: str) -> None:
    import unicodedata

    data = f"role,name\nOfficer,{quoted(name)}\n".encode(errors="surrogatepass")
    read, diagnostics = read_participants(data, "p.csv")
    assert diagnostics or read[0].name == unicodedata.normalize("NFC", " ".join(name.split()))
