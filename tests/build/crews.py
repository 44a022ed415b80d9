"""Tasks for processes that render, and what comes of them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from borderdeck.build.drawing import Task, task_of
from borderdeck.course.edition_file import SlideRatio
from borderdeck.documents.document import Document
from tests.support import paper_plans as plans

if TYPE_CHECKING:
    from collections.abc import Mapping

    from borderdeck.build.crew import Crew
    from borderdeck.build.drawing import Rendered


def handout(number: int, template: str = "key-messages.html.j2") -> Task:
    plan = plans.session_handout(number)
    document = Document(f"{number}.pdf", plan, number, ())
    return task_of(document, template, (SlideRatio.WIDE, None), {})


TASKS = {f"{number}.pdf": handout(number) for number in range(1, 6)}


def results(crew: Crew, tasks: dict[str, Task]) -> dict[str, Rendered | None]:
    return dict(crew.share(tasks).results())


def data(found: Mapping[str, Rendered | None]) -> dict[str, bytes | None]:
    return {name: done.data if done else None for name, done in found.items()}


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
