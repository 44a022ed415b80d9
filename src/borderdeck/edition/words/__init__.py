"""The tool's own words on slides and papers, in the language of the edition.

Those of one kind of paper are a module of their own. They follow the wording of the course's own
slides where it has one ("Session 1 key messages (contd.)"). Patterns take their values by name.
"""

from __future__ import annotations

from msgspec import Struct

from borderdeck.edition.words.activities import ActivityWords
from borderdeck.edition.words.badges import BadgeWords
from borderdeck.edition.words.certificates import CertificateWords
from borderdeck.edition.words.checklists import ChecklistWords
from borderdeck.edition.words.flipchart import FlipchartWords
from borderdeck.edition.words.forms import FormWords
from borderdeck.edition.words.guide import GuideWords
from borderdeck.edition.words.handouts import HandoutWords
from borderdeck.edition.words.packet import PacketWords
from borderdeck.edition.words.papers import PaperWords
from borderdeck.edition.words.printing import PrintingWords
from borderdeck.edition.words.session_handouts import SessionHandoutWords
from borderdeck.edition.words.slides import SlideWords
from borderdeck.edition.words.timetables import TimetableWords
from borderdeck.edition.words.worksheets import WorksheetWords


class Words(Struct, frozen=True):
    """One language's words; a field's name says where it stands."""

    session: str = "Session {number}"
    session_and_title: str = "Session {number}: {title}"
    session_content: str = "Session {number} content"
    session_objectives: str = "Session {number} learning objectives"
    session_key_messages: str = "Session {number} key messages"
    continued: str = "{title} (contd.)"
    continued_again: str = "{title} (contd. {count})"
    key_messages: str = "Key messages"
    closing: str = "Closing"
    minutes: str = "{count} min"
    time: str = "Time: {minutes}"
    optional: str = "Can be left out when time is short"
    answer: str = "Answer"
    group_size: str = "Groups of {count}"
    materials: str = "Materials"
    list_separator: str = ", "
    papers: PaperWords = PaperWords()
    forms: FormWords = FormWords()
    handouts: HandoutWords = HandoutWords()
    slides: SlideWords = SlideWords()
    guide: GuideWords = GuideWords()
    flipchart: FlipchartWords = FlipchartWords()
    worksheets: WorksheetWords = WorksheetWords()
    timetables: TimetableWords = TimetableWords()
    checklists: ChecklistWords = ChecklistWords()
    printing: PrintingWords = PrintingWords()
    badges: BadgeWords = BadgeWords()
    certificates: CertificateWords = CertificateWords()
    session_handouts: SessionHandoutWords = SessionHandoutWords()
    activities: ActivityWords = ActivityWords()
    packet: PacketWords = PacketWords()


_WORDS = {"en": Words()}


def words_for(code: str) -> Words:
    """Give the words of a language that `borderdeck.edition.languages` lists, by its code."""
    return _WORDS[code.partition("-")[0]]
