"""Whatever is typed into a good course, loading it ends with a course or with diagnostics."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from borderdeck.course.load import load_course
from borderdeck.workspace import Workspace
from tests.support.courses import write_course

SESSION = """id: wrap-up
title: Wrap-up in [PLACE]
sections:
  - id: reflection
    title: Reflection
    slides:
      - blocks:
          - recap: [wrap-up]
      - title: Times
        blocks:
          - header: [Step, Minutes]
            table:
              - [Look, 5]
          - image: map.png
            alt: A map
          - id: practice
            numbered:
              - id: question-1
                text: What will you **change**?
worksheet:
  id: reflection
  title: Reflection
  parts:
    - block: practice
      answers:
        - item: question-1
          spaces:
            - lines: 2
"""

TYPED = st.one_of(
    st.text("-:[]{},&*!|>'\"%@`#~ \t\n\\abé0=.", max_size=12),
    st.sampled_from(["[PLACE]", "null", "{}", "[]", "- ", "\n", "'", "../..", "\n  - ", ": "]),
)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.tuples(st.integers(0, len(SESSION)), st.integers(0, 12), TYPED), max_size=3))
def test_no_slips_make_loading_fail(slips: list[tuple[int, int, str]]) -> None:
    session = SESSION
    for start, length, typed in slips:
        session = session[:start] + typed + session[start + length :]
    with tempfile.TemporaryDirectory() as folder:
        course, found = load_course(*_written(Path(folder), session))
    assert course is not None or found


def _written(here: Path, session: str) -> tuple[Workspace, Path]:
    return Workspace(here=here), write_course(here, session.encode())
