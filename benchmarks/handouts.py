"""The course's key-messages handouts, as each tool wants them written.

The words are the course's own, on every paper the same: course, session, title, messages with what
is bold in them, place and dates, and the count of pages.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from borderdeck.course.keys import DateRange
from borderdeck.course.load import load_course
from borderdeck.documents.key_messages import plan_all_key_messages, plan_key_messages
from borderdeck.documents.sheets import PLAIN
from borderdeck.edition.edition import Choices, make_edition
from borderdeck.render.pdf.environment import PaperTemplates
from borderdeck.render.pdf.folders import TemplateFolders
from borderdeck.render.pdf.stamps import Stamps
from borderdeck.workspace import Workspace, bundled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from borderdeck.course.text import Run
    from borderdeck.documents.papers import KeyMessagesHandout

PLACE = "Geneva"
DAYS = DateRange(first=datetime.date(2026, 11, 23), last=datetime.date(2026, 11, 27))

TEMPLATE = "key-messages.html.j2"
STYLE_SHEET = "paper.css"

TYPST = """\
#set document(title: [{title} – {course}])
#set text(font: ("Noto Sans", "Noto Sans Symbols"), size: 11pt, fill: rgb("#1f2933"))
#set text(lang: "en", region: "GB")
#set par(leading: 7pt)
#show heading: set text(fill: rgb("#16324f"))
#show strong: set text(fill: rgb("#16324f"))
#set list(marker: text(fill: rgb("#0b7a75"))[•], indent: 0pt, body-indent: 2mm, spacing: 11pt)
#set page(
  paper: "a4",
  margin: (left: 52mm, right: 18mm, top: 29mm, bottom: 28mm),
  header: context if counter(page).get().first() > 1 [
    #set text(9pt)
    {course} #h(1fr) {label}
  ],
  footer: context [
    #set text(9pt)
    {place} #h(1fr) {counted}
  ],
)
#text(9pt)[{course}]
#v(2pt)
#heading(level: 1, text(20pt)[{title}])
#v(6pt)
{purpose}
"""

SESSION = """
#v(18pt)
#block(breakable: false)[
#place(dx: -46mm, box(width: 34mm, align(right, text(9pt, fill: rgb("#0b7a75"))[{label}])))
== {title}
#v(4pt)
{messages}
]
"""


def plans() -> list[KeyMessagesHandout]:
    """Plan the handout of each session, and that of all, as a build does."""
    course, _ = load_course(Workspace(), bundled("course"))
    edition = course and make_edition(course, Choices(place=PLACE, date=DAYS))[0]
    if edition is None:
        raise SystemExit("the course cannot be read")
    sessions = [session for session in edition.course.sessions if session.key_messages]
    each = (plan_key_messages(edition, session) for session in sessions)
    return [*each, plan_all_key_messages(edition)]


def as_html(handouts: Iterable[KeyMessagesHandout]) -> list[str]:
    """Fill in borderdeck's own template; its style sheet goes beside it."""
    templates = PaperTemplates(
        TemplateFolders(Workspace(), (bundled("templates"),)), Stamps({}).stamp
    )
    return [str(templates.fill(TEMPLATE, {"paper": h, "sheet": PLAIN})) for h in handouts]


def as_typst(handout: KeyMessagesHandout) -> str:
    """Write a handout for typst, with the same measures."""
    head = handout.head
    words = {
        "title": head.title,
        "course": head.course_title,
        "label": head.session_label,
        "place": _plain(head.place_and_date),
        "purpose": head.purpose,
    }
    counted = _escaped(head.page_label)
    for name, number in (("page", "get"), ("pages", "final")):
        counted = counted.replace(f"{{{name}}}", f"#counter(page).{number}().first()")
    shown = {name: _escaped(text) for name, text in words.items()}
    parts = [TYPST.format(**shown, counted=counted)]
    for session in handout.sessions:
        messages = "\n".join(f"- {_marked(message)}" for message in session.messages)
        told = {"label": _escaped(session.label), "title": _marked(session.title)}
        parts.append(SESSION.format(**told, messages=messages))
    return "".join(parts)


def texts(handout: KeyMessagesHandout) -> list[str]:
    """Give what has to stand on a handout."""
    messages = [_plain(m) for session in handout.sessions for m in session.messages]
    return [handout.head.title, *messages]


def _plain(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def _marked(runs: Iterable[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    words = _escaped(run.text)
    words = f"#strong[{words}]" if run.bold else words
    return f"#emph[{words}]" if run.italic else words


def _escaped(text: str) -> str:
    """Write signs that mean something to typst so that they mean themselves."""
    return re.sub(r"([\\#$*_`<>@\[\]~/='\"-])", r"\\\1", text)
