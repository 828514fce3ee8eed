"""The house style is a value that is handed in: nothing looks the same by accident."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from declarations import banded, clause, covered, document, everything, figure, read
from pikepdf import Pdf, parse_content_stream
from PIL import Image
from structure import outlined, pages_of, tree_of

from consultation.errors import ExportRefused, FileRefused
from consultation.publishing import figure_svg, pdf_bytes, publish
from consultation.publishing.look import LOOK, Family, Fonts, Logo, Look
from consultation.publishing.pdf.fonts import FOLDER


def colours_of(data: bytes, folder: Path) -> set[str]:
    """Name the colours a PDF fills or strokes with."""
    path = folder / "a.pdf"
    path.write_bytes(data)
    found = set()
    with Pdf.open(path) as pdf:
        for page in pdf.pages:
            for operands, operator in parse_content_stream(page):
                if str(operator) in ("rg", "RG"):
                    found.add("#" + "".join(f"{round(float(part) * 255):02X}" for part in operands))
    return found


def every_colour(number: int = 0) -> Look:
    """Make a house style in which no colour is one of ours."""
    names = [name for name in vars(LOOK.colours) if name not in ("tones", "fills", "stands", "series")]
    colours = {name: f"#{place + 1:02X}{number:02X}FE" for place, name in enumerate(names)}
    return replace(
        LOOK,
        colours=replace(
            LOOK.colours,
            tones={"citizenship": "#71FFFF", "policy": "#72FFFF"},
            fills={"citizenship": "#74FFFF", "policy": "#75FFFF"},
            series=("#73FFFF",),
            **{**colours, "wash": "#F1FFFE"},
        ),
    )


def test_every_colour_comes_from_the_house_style(tmp_path: Path) -> None:
    ours = {colour for colour in vars(LOOK.colours).values() if isinstance(colour, str)}
    ours |= set(LOOK.colours.series) | set(LOOK.colours.tones.values()) | set(LOOK.colours.fills.values())
    ours -= {"#FFFFFF"}  # paper is white in every house
    assert colours_of(pdf_bytes(everything()), tmp_path) & ours >= {LOOK.colours.accent, LOOK.colours.inserted}
    assert not colours_of(pdf_bytes(everything(), look=every_colour()), tmp_path) & ours


def test_a_figure_as_svg_takes_its_colours_from_the_house_style() -> None:
    svg = figure_svg(figure(), "en", look=every_colour())
    assert "rgb(44%,100%,100%)" in svg.replace(" ", "")


def test_sizes_and_page_come_from_the_house_style() -> None:
    large = replace(LOOK, sizes=replace(LOOK.sizes, body=(21.0, 31.0)), sheet=replace(LOOK.sheet, height=500.0))
    whole = document(*(clause(number) for number in range(1, 9)))
    (page, *_) = read(whole).pages
    assert round(page.mediabox.height) == 842
    assert len(pages_of(whole, large)) > 2 * len(pages_of(whole))
    sizes = {
        segment.ink.size
        for page in pages_of(whole, large)
        for placed in page.placed
        for text in placed.strip.texts
        for segment in text.line
    }
    assert 21.0 in sizes
    assert LOOK.sizes.body[0] not in sizes


def test_another_font_is_taken_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "house.ttf"
    path.write_bytes((FOLDER / "NotoSans-Italic.ttf").read_bytes())
    look = replace(LOOK, fonts=Fonts(text=Family(str(path), str(path), str(path))))
    data = pdf_bytes(document(clause(1)), look=look)
    assert b"NotoSerif" not in data
    assert b"NotoSans-Italic" in data
    assert data == pdf_bytes(document(clause(1)), look=look)


@pytest.mark.parametrize("content", [b"no font", None])
def test_a_font_that_is_none_is_refused_with_a_sentence(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "house.ttf"
    if content is not None:
        path.write_bytes(content)
    look = replace(LOOK, fonts=Fonts(text=Family(str(path), str(path), str(path))))
    with pytest.raises(ExportRefused, match=r"“house.ttf”.*Nothing was written"):
        publish(document(clause(1)), tmp_path / "a.pdf", look=look)
    assert not (tmp_path / "a.pdf").exists()


def a_logo(folder: Path, size: tuple[int, int] = (200, 100)) -> Logo:
    path = folder / "logo.png"
    Image.new("RGBA", size, (110, 31, 58, 128)).save(path)
    return Logo(path, "Municipality of Kütahya")


def test_a_logo_stands_on_the_cover_with_its_name_and_nowhere_else(tmp_path: Path) -> None:
    look = replace(LOOK, logo=a_logo(tmp_path))
    whole = covered(document(clause(1), banded()))
    assert 'Figure"Municipality of Kütahya"' in outlined(tree_of(whole, look))
    data = pdf_bytes(whole, look=look)
    assert data == pdf_bytes(whole, look=look)
    assert len(re.findall(rb"/Subtype /Image", data)) >= 1
    assert b"/Subtype /Image" not in pdf_bytes(whole)


def test_a_logo_wider_than_the_text_is_made_to_fit(tmp_path: Path) -> None:
    look = replace(LOOK, logo=a_logo(tmp_path, (4000, 100)))
    (picture,) = pages_of(covered(document()), look)[0].placed[0].strip.pictures
    assert picture.width == pytest.approx(40 * picture.height)
    assert picture.width <= look.sheet.room / 2


def test_a_logo_that_is_no_picture_is_refused_with_a_sentence(tmp_path: Path) -> None:
    logo = a_logo(tmp_path)
    logo.path.write_bytes(b"no picture")
    with pytest.raises(ExportRefused, match=r"“logo.png”.*Nothing was written"):
        publish(covered(document()), tmp_path / "a.pdf", look=replace(LOOK, logo=logo))
    logo.path.unlink()
    with pytest.raises(FileRefused, match="There is no file"):
        publish(covered(document()), tmp_path / "a.pdf", look=replace(LOOK, logo=logo))
    assert not (tmp_path / "a.pdf").exists()
