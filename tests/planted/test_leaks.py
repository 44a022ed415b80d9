"""Words are found wherever a file can hold them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pikepdf
import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, OutlineItem, String
from pptx import Presentation

from tests.support.leaks import words_in

if TYPE_CHECKING:
    from collections.abc import Callable

    Printed = Callable[..., bytes]

PLANTED = "Secret1 words"


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{PLANTED}</p>",
        "<p>Secret<b>1 wor</b>ds</p>",
        f'<p style="color: white">{PLANTED}</p>',
        f'<p style="position: absolute; top: -90mm">{PLANTED}</p>',
        f"<h2>{PLANTED}</h2>",
        f'<form><input style="appearance: auto" name="a" title="b" value="{PLANTED}"></form>',
        f'<form><input style="appearance: auto" name="a" title="{PLANTED}"></form>',
        f'<p><a href="mailto:{PLANTED}@example.org">a link</a></p>',
    ],
    ids=["text", "runs", "white", "off the page", "outline", "value", "tip", "address"],
)
def test_words_on_a_page_are_found(printed: Printed, body: str) -> None:
    assert PLANTED.replace(" ", "") in words_in(printed(body)).replace(" ", "").replace("%20", "")


def _title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = String(PLANTED)


def _metadata(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as told:
        told["dc:description"] = PLANTED


def _attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["notes.txt"] = AttachedFileSpec(pdf, PLANTED.encode())


def _name_of_an_attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments[f"{PLANTED}.txt"] = AttachedFileSpec(pdf, b"nothing")


def _archive(pdf: pikepdf.Pdf) -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("notes.txt", PLANTED)
    pdf.attachments["notes.zip"] = AttachedFileSpec(pdf, file.getvalue())


def _outline(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem(PLANTED, 0))


def _alternative(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K[0].Alt = String(PLANTED)


def _note(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=PLANTED)
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])


@pytest.mark.parametrize(
    "plant",
    [
        *(_title, _metadata, _attachment, _name_of_an_attachment, _archive),
        *(_outline, _alternative, _note),
    ],
)
def test_words_that_no_page_shows_are_found(
    printed: Printed, plant: Callable[[pikepdf.Pdf], None]
) -> None:
    file = BytesIO()
    with pikepdf.open(BytesIO(printed("<p>plain</p>"))) as pdf:
        plant(pdf)
        pdf.save(file)

    assert PLANTED in words_in(file.getvalue())


@pytest.mark.parametrize("place", ["text", "runs", "notes", "hidden", "comment"])
def test_words_of_a_deck_are_found(place: str) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    runs = slide.shapes.title.text_frame.paragraphs[0]
    if place == "text":
        slide.shapes.title.text = PLANTED
    elif place == "runs":
        runs.add_run().text, runs.add_run().text = "Secret1", " words"
    elif place == "notes":
        slide.notes_slide.notes_text_frame.text = PLANTED
    elif place == "hidden":
        slide.element.set("show", "0")
        slide.shapes.title.text = PLANTED
    else:
        deck.core_properties.comments = PLANTED
    file = BytesIO()
    deck.save(file)

    assert PLANTED in words_in(file.getvalue())


def test_what_is_not_in_a_file_is_not_found(printed: Printed) -> None:
    assert PLANTED not in words_in(printed("<p>plain</p>"))
