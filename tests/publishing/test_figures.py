"""Figures of every kind: each says what it shows in words and numbers, and is drawn once for the page and for SVG."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from declarations import boxes, combined, document, facts, figure, grid, page_texts, read, side, stacked
from reportlab.graphics.shapes import Circle, Rect, String

from consultation.document import (
    Combinations,
    Fact,
    Facts,
    Figure,
    GroupedBars,
    HeatGrid,
    Numbers,
    Series,
    StackedBars,
    numbers_of,
    text_of,
)
from consultation.language import translator
from consultation.publishing import figure_svg
from consultation.publishing.look import LOOK
from consultation.publishing.pdf.figures import bars, figure_strips
from consultation.publishing.pdf.figures import grid as grids
from consultation.publishing.pdf.figures.boxes import boxes_parts, boxes_sketch
from consultation.publishing.pdf.figures.combinations import combinations_parts, combinations_sketch
from consultation.publishing.pdf.figures.rows import SIGN_WIDE
from consultation.publishing.pdf.figures.sketch import Sketch
from consultation.publishing.pdf.fonts import face
from consultation.publishing.pdf.structure import Element, Tag
from consultation.publishing.unfolding import as_table, in_words

EN = translator("en")
KINDS = [figure(), stacked(), side(), combined(), boxes(), facts(), grid()]
every_kind = pytest.mark.parametrize("one", KINDS, ids=[type(one).__name__ for one in KINDS])
SVG = "{http://www.w3.org/2000/svg}"


def svg_words(one: Figure, language: str = "en") -> list[str]:
    root = ElementTree.fromstring(figure_svg(one, language))
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def test_every_kind_of_figure_is_tried_here() -> None:
    assert {type(one) for one in KINDS} == set(Figure.__args__)


@every_kind
def test_the_numbers_of_a_figure_are_a_table_with_heads(one: Figure) -> None:
    table, numbers = as_table(one, EN), numbers_of(one)
    assert table.columns[0].head
    assert [column.title for column in table.columns[1:]] == list(numbers.heads)
    assert [text_of(row.cells[0]) for row in table.rows] == [name for name, _ in numbers.rows]
    for row, (_, counts) in zip(table.rows, numbers.rows, strict=True):
        assert [text_of(cell) for cell in row.cells[1:]] == [
            "–" if count is None else EN.number(count) for count in counts
        ]


@every_kind
def test_page_and_svg_show_every_name_and_every_number(one: Figure) -> None:
    numbers = numbers_of(one)
    wanted = {name for name, _ in numbers.rows} | {head for head in numbers.heads if head}
    if isinstance(one, Combinations):
        wanted -= {name for name, members in zip(one.categories, one.members, strict=True) if any(members)}
        wanted |= set(one.parts)
    wanted |= {EN.number(count) for _, counts in numbers.rows for count in counts if count}
    shown = " ".join(svg_words(one))
    page = " ".join(" ".join(page_texts(read(document(one)))).split())
    assert [word for word in wanted if word not in shown or word not in page] == []
    assert one.title in page


@every_kind
def test_the_words_for_those_who_do_not_see_it_hold_every_number(one: Figure) -> None:
    said = in_words(one, EN)
    numbers = numbers_of(one)
    for name, counts in numbers.rows:
        assert name in said
        assert all(EN.number(count) in said for count in counts if count is not None)
    root = ElementTree.fromstring(figure_svg(one, "en"))
    assert root.findtext(f"{SVG}desc") == (one.description or said)


def test_sums_count_what_is_known_and_nothing_known_is_no_sum() -> None:
    unknown = StackedBars("", ("A", "B"), (Series("x", (1, None)), Series("y", (None, None))), "", total="All")
    assert numbers_of(unknown) == Numbers(("x", "y", "All"), (("A", (1, None, 1)), ("B", (None, None, None))))
    assert numbers_of(replace(unknown, total="")).heads == ("x", "y")


def test_figures_with_too_few_numbers_say_that_they_are_not_known() -> None:
    short = GroupedBars("", ("A", "B"), (Series("x", (1,)),), "")
    assert numbers_of(short).rows == (("A", (1,)), ("B", (None,)))
    assert numbers_of(HeatGrid("", ("A", "B"), ("x", "y"), ((1,),), "")).rows == (
        ("A", (1, None)),
        ("B", (None, None)),
    )


def blocks_of(sketch: Sketch, colour: str) -> list[tuple[float, float]]:
    """Return start and width of the bars and cells of one colour, without its sign beside the names."""
    found = []
    for shape in sketch.drawing.contents:
        if isinstance(shape, Rect) and f"#{shape.fillColor.hexval()[2:].upper()}" == colour:
            edge = shape.strokeWidth
            found.append((shape.x - edge / 2, shape.width + edge))
    return [(start, width) for start, width in found if width != pytest.approx(SIGN_WIDE)]


def test_bars_are_as_long_as_their_numbers() -> None:
    sketch = bars.grouped_sketch(figure(), LOOK, EN, from_right=False)
    (_, twelve), (_, eight) = blocks_of(sketch, LOOK.colours.fills["citizenship"])
    (_, five), (_, fourteen) = blocks_of(sketch, LOOK.colours.fills["policy"])
    assert [round(long / fourteen, 6) for long in (twelve, eight, five)] == [round(n / 14, 6) for n in (12, 8, 5)]


def test_bars_grow_from_where_lines_start() -> None:
    tone = LOOK.colours.fills["policy"]
    plain, mirrored = (
        blocks_of(bars.grouped_sketch(figure(), LOOK, EN, from_right=from_right), tone) for from_right in (False, True)
    )
    assert [x for x, _ in mirrored] == pytest.approx([LOOK.sheet.room - x - long for x, long in plain])


def test_stacked_bars_follow_each_other_on_one_scale() -> None:
    sketch = bars.stacked_sketch(stacked(), LOOK, EN, from_right=False)
    first, second = LOOK.colours.series[:2]
    one = blocks_of(sketch, first)[1]
    other = blocks_of(sketch, second)[1]
    assert one[1] / other[1] == pytest.approx(11 / 2)
    assert other[0] == pytest.approx(one[0] + one[1])


def test_a_number_too_wide_for_its_part_stands_behind_the_bar() -> None:
    tight = StackedBars("", ("A",), (Series("x", (1,)), Series("y", (400,))), "")
    assert "1 + 400" in svg_words(tight)
    roomy = StackedBars("", ("A",), (Series("x", (300,)), Series("y", (400,))), "")
    assert {"300", "400"} <= set(svg_words(roomy))
    assert "300 + 400" not in svg_words(roomy)


def test_a_cell_nobody_counted_is_empty_and_a_zero_is_not() -> None:
    words = svg_words(grid())
    assert words.count("0") == 1
    assert "–" not in words
    unknown = replace(grid(), values=((None, None), (None, None)))
    assert svg_words(unknown).count("–") == 2, "only the sums say that nothing is known"


def test_the_largest_number_has_the_darkest_cell() -> None:
    (part,) = grids.parts_of(grid(), LOOK, EN, 500.0)
    sketch = grids.grid_sketch(part, LOOK, EN, from_right=False)
    assert len(blocks_of(sketch, LOOK.colours.many)) == 1


def test_a_grid_too_wide_goes_on_below_with_its_sums_last() -> None:
    names = tuple(f"Session number {n}" for n in range(30))
    wide = HeatGrid("Wide", ("A",), names, (tuple(range(30)),), "", total="All")
    parts = grids.parts_of(wide, LOOK, EN, 500.0)
    assert len(parts) > 2
    assert [head for part in parts for head in part.heads] == [*names, "All"]
    assert [part.sums for part in parts] == [*[False] * (len(parts) - 1), True]
    assert len({part.first for part in parts}) == 1
    assert svg_words(wide).count("Wide") == 1


def test_a_tall_grid_goes_on_on_the_next_page() -> None:
    rows = tuple(f"Row {n}" for n in range(120))
    tall = HeatGrid("Tall", rows, ("x",), tuple((n,) for n in range(120)), "Described.")
    texts = page_texts(read(document(tall)))
    assert len(texts) >= 3
    assert all(f"Row {n}" in "\n".join(texts) for n in range(120))


def test_six_facts_stand_in_two_rows_of_three() -> None:
    six = Facts(tuple(Fact(n, f"label {n}") for n in range(6)))
    root = ElementTree.fromstring(figure_svg(six, "en"))
    starts = {element.get("x") for element in root.iter(f"{SVG}text")}
    assert len(starts) == 3


def test_a_number_wider_than_its_column_is_set_smaller() -> None:
    many = Facts((*(Fact(n, "few") for n in range(4)), Fact(123_456_789_012, "many")))
    words = ElementTree.fromstring(figure_svg(many, "en")).iter(f"{SVG}text")
    sizes = {element.text: element.get("style", "") for element in words}
    assert "font-size: 20" in sizes["3"]
    assert "font-size: 20" not in sizes["123,456,789,012"]


@every_kind
def test_where_lines_start_at_the_right_a_figure_is_the_mirror_image(one: Figure) -> None:
    def starts(language: str) -> dict[str, float]:
        root = ElementTree.fromstring(figure_svg(one, language))
        return {element.text or "": float(element.get("x", "0")) for element in root.iter(f"{SVG}text")}

    room = LOOK.sheet.room
    assert starts("en")[one.title] == 0
    assert starts("ar")[one.title] + face(LOOK.table_title.face).width(one.title) * LOOK.table_title.size == (
        pytest.approx(room, abs=0.5)
    )


@every_kind
@pytest.mark.parametrize("from_right", [False, True])
def test_nothing_reaches_beyond_the_edges_of_a_figure(one: Figure, from_right: bool) -> None:
    for strip in figure_strips(one, Element(Tag.DOCUMENT), LOOK, EN, from_right=from_right):
        for shape in strip.figure.drawing.contents if strip.figure else ():
            start, end = reach_of(shape)
            assert -0.01 <= start <= end <= LOOK.sheet.room + 0.01


def reach_of(shape: Rect | String | Circle) -> tuple[float, float]:
    """Return where a shape starts and ends."""
    if isinstance(shape, Circle):
        return shape.cx - shape.r, shape.cx + shape.r
    width = face(shape.fontName).width(shape.text) * shape.fontSize if isinstance(shape, String) else shape.width
    return shape.x, shape.x + width


def test_a_combination_joins_the_dots_of_its_parts_and_of_no_other() -> None:
    (part,) = combinations_parts(combined(), 500.0)
    sketch = combinations_sketch(part, LOOK, EN, combined(), from_right=False)
    large = [shape for shape in sketch.drawing.contents if isinstance(shape, Circle) and shape.r > 1]
    people, planet, government = sorted({shape.cx for shape in sketch.drawing.contents if isinstance(shape, Circle)})
    assert [dot.cx for dot in large] == [people, government, planet]
    assert "No strand" in svg_words(combined()), "a row without dots says in words what it is"


def test_the_last_row_of_combinations_adds_up_all_of_them() -> None:
    *_, (name, counts) = numbers_of(combined()).rows
    assert (name, counts) == ("15 citizenship, 16 policy and action", (15, 16, 31))
    many = replace(
        combined(),
        categories=tuple(f"Row {n}" for n in range(90)),
        members=((True, False, False),) * 90,
        series=(Series("citizenship", (1,) * 90, "citizenship"),),
    )
    parts = combinations_parts(many, 500.0)
    assert len(parts) > 2
    assert [bool(part.whole) for part in parts] == [*[False] * (len(parts) - 1), True]
    assert sum(len(part.members) for part in parts) == 90
    assert "90" in svg_words(many)


def test_panels_share_one_scale_and_show_only_what_they_know() -> None:
    words = svg_words(side())
    assert (words.count("Spanish"), words.count("English"), words.count("French")) == (2, 1, 2)
    sketch = bars.side_sketch(side(), LOOK, EN, from_right=False)
    long = [width for _, width in blocks_of(sketch, LOOK.colours.series[0])]
    assert [round(each / max(long) * 26) for each in long] == [20, 19, 18, 26, 23]


def test_boxes_are_filled_as_far_as_the_score_goes() -> None:
    (part,) = boxes_parts(boxes(), LOOK, 500.0)
    sketch = boxes_sketch(part, LOOK, EN, from_right=False)
    assert len(blocks_of(sketch, LOOK.colours.accent)) == 3 + 5
    assert len(blocks_of(sketch, "#FFFFFF")) == 2 + 5, "a score of 0 has its boxes, one nobody gave has none"
    assert svg_words(boxes()).count("–") == 1


def test_numbers_are_written_as_the_language_does() -> None:
    assert "12\u202f345" in svg_words(Facts((Fact(12_345, "personnes"),)), "fr")
