"""The tree of elements of a document, made from its pages alone, as whoever writes tags into the PDF will make it."""

from __future__ import annotations

from collections.abc import Iterator

from consultation.document import Block, Document
from consultation.language import translator
from consultation.publishing.look import LOOK, Look
from consultation.publishing.pdf import laid_out
from consultation.publishing.pdf.blocks import strips_of
from consultation.publishing.pdf.lines import Line
from consultation.publishing.pdf.pages import Page, Placed, paginate
from consultation.publishing.pdf.strips import Strip, entries_of
from consultation.publishing.pdf.structure import Element, Tag

Tree = tuple[str, list["Tree | str"]]


def pages_of(document: Document, look: Look = LOOK) -> list[Page]:
    """Set a document on pages, in its own language."""
    return laid_out(document, entries_of(document), translator(document.language), look)


def strips_of_blocks(*blocks: Block) -> list[Strip]:
    """Set some blocks."""
    return [strip for each in strips_of(blocks, Element(Tag.DOCUMENT), LOOK, translator("en")) for strip in each]


def laid(*blocks: Block) -> list[Page]:
    """Set some blocks on pages, without a cover."""
    return paginate(strips_of_blocks(*blocks), LOOK.sheet.depth)


def words_of(line: Line) -> str:
    """Return the words of a line as they are drawn."""
    return "".join(segment.text for segment in line)


def lines_of(page: Page) -> Iterator[str]:
    """Give the lines of a page in the order in which they are drawn."""
    for placed in page.placed:
        for text in placed.strip.texts:
            yield words_of(text.line)


def said(placed: Placed) -> list[tuple[Element, str]]:
    """List what a strip says, in the order in which it is drawn: each time the element, and its words."""
    strip = placed.strip
    parts = [(text.element, " ".join(segment.text for segment in text.line)) for text in strip.texts]
    drawn = [strip.figure, *strip.pictures] if strip.figure else strip.pictures
    parts += [(each.element, each.element.alternative) for each in drawn]
    return [(element, words) for element, words in parts if element.tag is not Tag.ARTIFACT and not placed.repeated]


def tree_of(document: Document, look: Look = LOOK) -> Tree:
    """Build the tree of the elements of ``document`` with the words of each."""
    nodes: dict[Element, Tree] = {}
    root: Tree = (Tag.DOCUMENT, [])

    def node(element: Element) -> Tree:
        if element not in nodes:
            nodes[element] = root if element.tag is Tag.DOCUMENT else (element.tag, [])
            if element.within is not None:
                node(element.within)[1].append(nodes[element])
        return nodes[element]

    for page in pages_of(document, look):
        for placed in page.placed:
            for element, words in said(placed):
                node(element)[1].append(words)
    return root


def outlined(tree: Tree | str) -> str:
    """Write a tree on one line: ``L(LI(Lbl"2" LBody(P"We")))``; the lines of one element are joined."""
    if isinstance(tree, str):
        return tree
    tag, kids = tree
    words = " ".join(kid for kid in kids if isinstance(kid, str))
    inner = " ".join(outlined(kid) for kid in kids if not isinstance(kid, str))
    return tag + (f'"{words}"' if words else "") + (f"({inner})" if inner else "")
