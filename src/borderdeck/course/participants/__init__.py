"""The participants' list, a CSV file as Excel saves it -> people, or all that is wrong with it."""

from borderdeck.course.participants.people import Person
from borderdeck.course.participants.reading import load_participants

__all__ = ["Person", "load_participants"]
