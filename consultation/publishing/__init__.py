"""A Document as a file: PDF to hand out, Markdown to edit elsewhere, JSON for other programs.

Nothing heavy is imported before a PDF is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from consultation import language as languages
from consultation.document import Document, Figure
from consultation.errors import ExportRefused
from consultation.files import write_whole
from consultation.language import N_, Choices, Translator
from consultation.publishing.look import LOOK, Look
from consultation.publishing.look.contrast import refuse_unreadable
from consultation.publishing.unprintable import unprintable, unprintable_refused

__all__ = [
    "FORMATS",
    "LOOK",
    "Look",
    "figure_svg",
    "json_text",
    "markdown_text",
    "pdf_bytes",
    "publish",
    "unprintable",
    "unprintable_refused",
    "write_whole",
]

FORMATS = (".pdf", ".md", ".json")
"""Endings of the files we can write, the usual one first."""


def publish(document: Document, path: Path | str, *, translator: Translator | None = None, look: Look = LOOK) -> None:
    """Write ``document`` to ``path`` in the format of its ending, in the house style ``look``.

    ``translator`` sets the words we add ourselves. Raises `ExportRefused`, or `FileRefused` for a logo that cannot be
    read, with the file that was there before untouched.
    """
    path = Path(path)
    makers: dict[str, Callable[[], bytes]] = {
        ".pdf": lambda: pdf_bytes(document, translator=translator, look=look),
        ".md": lambda: _encoded(markdown_text(document, translator=translator)),
        ".json": lambda: _encoded(json_text(document)),
    }
    make = makers.get(path.suffix.lower())
    if make is None:
        raise ExportRefused(
            N_(
                "“{name}” was not written: a document can be written as {formats}. "
                "Give the file a name that ends with one of these."
            ),
            name=path.name,
            formats=Choices(FORMATS),
        )
    write_whole(path, make())


def pdf_bytes(document: Document, *, translator: Translator | None = None, look: Look = LOOK) -> bytes:
    """Set ``document`` as a PDF; the same document in the same house style gives the same bytes."""
    from consultation.publishing.pdf import document_bytes

    refuse_unreadable(look.colours)
    return document_bytes(document, translator or languages.translator(document.language), look)


def markdown_text(document: Document, *, translator: Translator | None = None) -> str:
    """Write ``document`` as Markdown, with its words escaped so that none of them becomes markup."""
    from consultation.publishing.markdown import document_text

    return document_text(document, translator or languages.translator(document.language))


def json_text(document: Document) -> str:
    """Write the tree of ``document`` as JSON."""
    from consultation.publishing.tree import document_text

    return document_text(document)


def figure_svg(figure: Figure, language: str, *, look: Look = LOOK) -> str:
    """Draw ``figure`` as SVG, the same drawing as in the PDF."""
    from consultation.publishing.pdf.direction import starts_at_right
    from consultation.publishing.pdf.figures import svg_text

    return svg_text(figure, look, languages.translator(language), from_right=starts_at_right(language))


def _encoded(text: str) -> bytes:
    """Encode as UTF-8; half characters, which no file may hold, become question marks."""
    return text.encode("utf-8", "replace")
