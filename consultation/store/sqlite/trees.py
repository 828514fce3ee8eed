"""The trees of a damaged database: which page belongs where, and which pages cannot be read."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass, field

from consultation.store.sqlite.pages import (
    HEADER_SIZE,
    INDEXES,
    INNER,
    PAGE_SIZES,
    TABLE_INNER,
    TABLE_LEAF,
    TABLES,
    Child,
    Pages,
    values_of,
)

MAGIC = b"SQLite format 3\0"


@dataclass(frozen=True)
class Head:
    """What the first page says of a file, as far as it can be believed."""

    page_size: int = 0
    """0 when the header cannot be read."""
    reserved: int = 0
    pages: int = 0
    """How many it should have; 0 when that is not said."""
    free: int = 0
    """The first of the pages that nobody uses."""
    application: int = 0
    version: int = 0

    @property
    def is_there(self) -> bool:
        """Whether the header could be read."""
        return bool(self.page_size)


def read_head(first: bytes) -> Head:
    """Read the header of a file from its first bytes."""
    if len(first) < HEADER_SIZE or not first.startswith(MAGIC):
        return Head()
    size = struct.unpack_from(">H", first, 16)[0]
    size = 65536 if size == 1 else size
    if size not in PAGE_SIZES or size - first[20] < 480 or first[21:24] != bytes((64, 32, 32)):
        return Head()
    pages = struct.unpack_from(">I", first, 28)[0] if first[24:28] == first[92:96] else 0
    free, application = struct.unpack_from(">I", first, 32)[0], struct.unpack_from(">i", first, 68)[0]
    return Head(size, first[20], pages, free, application, struct.unpack_from(">i", first, 60)[0])


@dataclass
class Tree:
    """One table or index, from its root down."""

    leaves: list[Child] = field(default_factory=list)
    lost: list[Child] = field(default_factory=list)
    """Pages that should be there and are not, with the keys they held and those of all pages below them."""
    pages: set[int] = field(default_factory=set)


def tree_from(pages: Pages, root: int) -> Tree:
    """Follow a tree from its root."""
    tree = Tree()
    kind = pages.kind(root)
    family = INDEXES if kind in INDEXES else TABLES
    waiting = [Child(root, None, None)]
    while waiting:
        child = waiting.pop()
        number, low, high = child
        if number in tree.pages:
            continue
        if not 0 < number <= pages.count:
            tree.lost.append(child)
            continue
        tree.pages.add(number)
        kind = pages.kind(number)
        if kind not in family or not _belongs(pages, child, kind):
            tree.lost.append(child)
        elif kind in INNER:
            waiting.extend(reversed(pages.children(number, low, high)))
        else:
            tree.leaves.append(child)
    return tree


def is_within(key: int | None, child: Child) -> bool:
    """Tell whether a row may stand on a page."""
    if key is None:
        return False
    return (child.low is None or key > child.low) and (child.high is None or key <= child.high)


def roots_of(pages: Pages) -> dict[str, int]:
    """Return what the file defines, as far as it can be read: name -> page."""
    found: dict[str, int] = {}
    for leaf in tree_from(pages, 1).leaves:
        for cell in pages.cells(leaf.page):
            values = values_of(cell.payload) if cell is not None else None
            if values and len(values) == 5 and isinstance(values[1], str) and isinstance(values[3], int):
                found[values[1]] = values[3]
    return found


def unreadable(pages: Pages, head: Head, trees: Iterable[Tree]) -> set[int]:
    """Return the pages that cannot be read: that should be there and are not, or that are nothing at all."""
    known, lost = set(pages.broken), set[int]()
    in_trees: set[int] = set()
    is_whole = head.is_there and not known
    for tree in trees:
        lost |= {child.page for child in tree.lost if 0 < child.page <= pages.count}
        in_trees |= tree.pages
        is_whole = is_whole and not tree.lost
    empty = bytes(pages.size)
    accounted = in_trees | pages.free(head.free) | set(pages.chains)
    for number in range(1, pages.count + 1):
        if number in accounted or pages.kind(number) is not None:
            continue
        if not (is_whole and pages.bytes_of(number) == empty):
            known.add(number)
    if not head.is_there:
        known.add(1)
    cut = range(pages.count + 1, min(head.pages, pages.count * 1000) + 1)
    return known | lost | set(cut)


def _belongs(pages: Pages, child: Child, kind: int | None) -> bool:
    """Tell whether the rows of a page may stand on it, so that it was not overwritten with a page from elsewhere."""
    if kind == TABLE_LEAF:
        return all(is_within(cell.key, child) for cell in pages.cells(child.page) if cell is not None)
    if kind == TABLE_INNER:
        return all(is_within(below.high, child) for below in pages.children(child.page)[:-1])
    return True
