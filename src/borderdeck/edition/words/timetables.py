"""The words on the agenda and the run sheet."""

from __future__ import annotations

from msgspec import Struct


class TimetableWords(Struct, frozen=True):
    """One language's words; a field's name says where it stands."""

    agenda: str = "Agenda"
    agenda_purpose: str = "To keep: what happens when."
    agenda_form_purpose: str = "The sessions in order, with room for days, times and breaks."
    run_sheet: str = "Run sheet"
    run_sheet_purpose: str = (
        "For the facilitator: where we are, what can be dropped, when the break is."
    )
    facilitators: str = "Facilitators"
    day: str = "Day {number}"
    day_and_time: str = "Day, time"
    time: str = "Time"
    session: str = "Session"
    lead: str = "Led by"
    led_by: str = "Led by {name}"
    plain_break: str = "Break"
    end: str = "End"
    planned: str = "Planned"
    real: str = "Real"
    what: str = "What"
    minutes: str = "Min"
    at_least: str = "{count}+"
    if_dropped: str = "If dropped"
    droppable: str = "can be dropped"
    saves: str = "saves {minutes}"
    at_hand: str = "kept at hand"
    materials: str = "Materials: {things}"
    breaks: str = "Breaks"
    time_and_title: str = "{time} {title}"
    with_minutes: str = "{what} ({minutes})"
    can_be_dropped: str = "Can be dropped"
    over: str = "What the outline has here takes {minutes} more."
    spare: str = "What the outline has here leaves {minutes}."
