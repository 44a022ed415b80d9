"""Tables: real ones, in the template's table style."""

from __future__ import annotations

from typing import Any

import pytest

from borderdeck.course.text import Run
from borderdeck.documents.slides import LayoutName, Role, TableContent
from tests.render.pptx.plans import only_slide, package, shape, slide_with, table

SLIDE = "ppt/slides/slide1.xml"
THIRDS = TableContent(((Run("a"),), (Run("b"),), (Run("c"),)), (), (1 / 3, 1 / 3, 1 / 3))


def frame(content: TableContent) -> Any:
    """The shape of a slide's table."""
    return shape(only_slide(slide_with(LayoutName.TABLE, Role.TABLE, content)), Role.TABLE)


def values(path: str, content: TableContent | None = None) -> list[str]:
    """Attributes of a slide with a table."""
    plan = slide_with(LayoutName.TABLE, Role.TABLE, content or table())
    return package(plan).values(SLIDE, path)


def test_a_table_has_its_header_and_rows() -> None:
    rows = [[cell.text for cell in row.cells] for row in frame(table(rows=1)).table.rows]
    assert rows == [["Right", "Source"], ["Right 0", "Article 0"]]


def test_the_first_row_is_a_header() -> None:
    assert frame(table()).table.first_row


def test_a_table_stands_in_the_layouts_placeholder() -> None:
    assert frame(table()).is_placeholder


def test_columns_are_as_wide_as_the_plan_says() -> None:
    widths = [column.width for column in frame(table()).table.columns]
    assert widths[0] / sum(widths) == pytest.approx(0.25, abs=0.001)


def test_columns_fill_the_placeholder_to_the_last_unit() -> None:
    found = frame(THIRDS)
    assert sum(column.width for column in found.table.columns) == found.width


def test_no_text_in_a_table_is_smaller_than_18_points() -> None:
    sizes = values("//a:tbl//a:rPr/@sz | //a:tbl//a:endParaRPr/@sz")
    assert min(map(int, sizes)) >= 1800


def test_every_cell_says_its_language() -> None:
    assert set(values("//a:tbl//a:rPr/@lang | //a:tbl//a:endParaRPr/@lang")) == {"en"}


def test_bold_words_in_a_cell_stay_bold() -> None:
    cell = frame(table()).table.cell(1, 1)
    assert cell.text_frame.paragraphs[0].runs[0].font.bold


def test_a_table_is_in_the_templates_own_style() -> None:
    plan = slide_with(LayoutName.TABLE, Role.TABLE, table())
    found = package(plan)
    assert found.values(SLIDE, "//a:tableStyleId/text()") == found.values(
        "ppt/tableStyles.xml", "/a:tblStyleLst/@def"
    )


def test_a_table_of_seven_rows_has_no_bands() -> None:
    assert values("//a:tblPr/@bandRow", table(rows=7)) == []


def test_a_longer_table_has_bands() -> None:
    assert values("//a:tblPr/@bandRow", table(rows=8)) == ["1"]
