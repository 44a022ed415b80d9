from __future__ import annotations

from borderdeck.build.maker import Maker
from borderdeck.build.state import Record, State, decode, encode
from borderdeck.diagnostics import Code, Diagnostic, Position, Severity

FOUND = (
    Diagnostic(Code.MISSING_GLYPH, "no glyph", severity=Severity.WARNING),
    Diagnostic(Code.OVERFLOW, "too long", "shorten it", Position("a.yaml", 1, 2, 3, "text")),
)
RECORD = Record(
    plan="plan",
    files={"templates/paper.css": None, "borderdeck://data/templates/paper.css": "hash"},
    sources=(("course.yaml", "hash"),),
    sha256="hash",
    pages=2,
    found=FOUND,
    inspected=FOUND[:1],
)
STATE = State(
    Maker("1.0", "code", {"lxml": "6.0"}, {"/lib/libz.so": "1-1"}),
    "noted",
    {"b.pdf": RECORD, "a.pptx": Record("plan", {}, (), "hash", slides=3)},
)


def test_a_state_comes_back_as_it_was() -> None:
    assert decode(encode(STATE)) == STATE


def test_a_state_is_written_in_one_order() -> None:
    other = State(STATE.maker, STATE.noted, dict(reversed(list(STATE.records.items()))))
    assert encode(other) == encode(STATE)


def test_a_state_of_which_a_byte_is_damaged_is_none() -> None:
    data = encode(STATE)
    damaged = (data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :] for at in range(len(data)))
    assert {decode(one) for one in damaged} == {None}


def test_a_state_that_was_cut_off_is_none() -> None:
    data = encode(STATE)
    assert {decode(data[:end]) for end in range(len(data))} == {None}
