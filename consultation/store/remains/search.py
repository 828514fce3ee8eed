"""Looking for revisions in all pages of one file: in the tree of their table, in its indexes, and anywhere else."""

from __future__ import annotations

import re
from typing import Any, TypeGuard

from consultation.progress import Progress
from consultation.store.checks import LAST_PLACE
from consultation.store.ledger import BODY, ID, RECORD, SALT
from consultation.store.remains.found import Lost, Projection, Remains
from consultation.store.remains.losses import Known, losses
from consultation.store.remains.rows import cells_within, is_true, values_in, verified
from consultation.store.revision import ID_SIZE, RECORD_SIZE, RevisionRow
from consultation.store.sqlite.pages import INDEXES, TABLE_LEAF, Cell, Child, Pages, values_of
from consultation.store.sqlite.trees import Head, Tree, is_within, roots_of, tree_from, unreadable

ROOT = 2
"""The page on which the table of revisions begins: it is the first that is made."""

_ABOUT = re.compile(rb"\x03\x25\x2cconsultation(.{16})", re.DOTALL)
"""How the table of what is local says which consultation the file is about."""

UNLIKELY = 0.01
"""The chance below which that the index lists no row of a page is no accident: the page is of another file."""

PAGES_BETWEEN_WORDS = 200
"""Pages looked at between two words of progress."""


class Search:
    """Looks for revisions in the pages of one file."""

    def __init__(self, pages: Pages, head: Head, progress: Progress) -> None:
        self._pages, self._head, self._progress = pages, head, progress
        self._rows: dict[bytes, tuple[Any, ...]] = {}
        self._at: dict[int, bytes] = {}
        """Place -> the id of the row that stands there."""
        self._places: dict[bytes, int] = {}
        self._leaf_of: dict[int, int] = {}
        """Place -> the page of the tree on which it stands."""
        self._wordless: dict[bytes, tuple[int | None, tuple[Any, ...]]] = {}
        """Rows of which all but the words verifies: id -> place and values."""
        self._listed: dict[int, bytes] = {}
        self._by_id: dict[bytes, int] = {}
        """What the index says of the table: place -> id, and id -> place."""
        self._list_is_whole = False
        self._records: dict[int, bytes] = {}
        """What the other index says: place -> record."""
        self._damaged: set[int] = set()
        """Pages of which something, but not all, can be read."""
        self._gaps: list[Child] = []
        """Where, in the tree of the table, rows may be missing."""

    def look(self, by_sqlite: list[tuple[Any, ...]] | None) -> None:
        """Look everywhere; ``by_sqlite`` are the rows as SQLite reads them, where it does."""
        roots = roots_of(self._pages) if self._head.is_there else {}
        tree = tree_from(self._pages, roots.get("revision", ROOT))
        self._trees = [tree, *(tree_from(self._pages, root) for name, root in roots.items() if name != "revision")]
        if self._head.is_there:
            self._trees.append(tree_from(self._pages, 1))
        self._roots = roots
        if by_sqlite is not None:
            for place, *values in by_sqlite:
                if is_true(tuple(values)):
                    self._keep(place, tuple(values))
                else:
                    self._note_wordless(place, tuple(values))
        else:
            self._look_in_tree(tree)
        self._read_lists()
        if by_sqlite is None:
            self._leave_out_strangers()
            self._look_elsewhere(tree)

    def remains(self) -> Remains:
        """Say what was found."""
        self._rows = {revision: self._rows[revision] for revision in sorted(self._rows, key=self._order)}
        bad = unreadable(self._pages, self._head, self._trees) | self._damaged
        total = max(self._pages.count, self._head.pages if self._head.pages < 1000 * self._pages.count else 0)
        lost = self._lost()
        return Remains(
            self._rows,
            self._places,
            lost,
            total,
            self._pages.count,
            tuple(sorted(bad)),
            self._head,
            self._about(),
            self._projected(lost),
        )

    def _order(self, revision: bytes) -> tuple[int, int, int]:
        row = self._rows[revision]
        return self._places.get(revision, 1 << 62), row[4], row[5]

    def _keep(self, place: int | None, row: tuple[Any, ...]) -> None:
        """Keep a row; one that is found without its words anywhere stays without them: they were erased."""
        known = self._rows.get(row[ID])
        if known is None or (known[BODY] is not None and row[BODY] is None):
            self._rows[row[ID]] = row
        if _is_place(place):
            self._at.setdefault(place, row[ID])
            self._places.setdefault(row[ID], place)

    def _note_wordless(self, place: int | None, values: tuple[Any, ...]) -> bool:
        """Note a row of which only the words are lost; tell whether it is one."""
        without = (*values[:SALT], None, None)
        if len(without) != len(RevisionRow._fields) or not is_true(without):
            return False
        self._wordless[values[ID]] = (place if _is_place(place) else None, without)
        return True

    def _look_in_tree(self, tree: Tree) -> None:
        for number, leaf in enumerate(tree.leaves):
            if number % PAGES_BETWEEN_WORDS == 0:
                self._progress(number, len(tree.leaves))
            for cell in self._pages.cells(leaf.page):
                row = verified(cell)
                if row is not None and cell is not None and cell.key is not None and is_within(cell.key, leaf):
                    self._keep(cell.key, row)
                    self._leaf_of.setdefault(cell.key, leaf.page)
                elif not self._is_wordless(cell):
                    self._damaged.add(leaf.page)
        self._gaps = [*tree.lost, *(leaf for leaf in tree.leaves if leaf.page in self._damaged)]

    def _is_wordless(self, cell: Cell | None) -> bool:
        values = values_in(cell)
        return values is not None and cell is not None and self._note_wordless(cell.key, values)

    def _look_elsewhere(self, tree: Tree) -> None:
        """Look at the pages the tree does not lead to, and, byte by byte, at those that are no page of a tree."""
        for number in range(1, self._pages.count + 1):
            if number % PAGES_BETWEEN_WORDS == 0:
                self._progress()
            kind = self._pages.kind(number)
            if kind == TABLE_LEAF and number not in self._damaged:
                if number in tree.pages and not any(child.page == number for child in tree.lost):
                    continue
                found = [cell for cell in self._pages.cells(number) if cell is not None]
            elif kind in INDEXES or (kind is not None and number not in self._damaged):
                continue
            else:
                found = list(cells_within(self._pages, number))
            self._keep_what_may_stand(found)

    def _keep_what_may_stand(self, found: list[Cell]) -> None:
        """Keep the rows of a page outside the tree, unless it is of another file.

        Pages of other files may stand in this one, with revisions that are true and were never here. Of them some
        place is taken by another row, or was not on a page that is lost, or the index says another, or knows of none.
        """
        rows = [(cell.key, row) for cell in found if (row := verified(cell)) is not None]
        if not all(self._may_stand(place, row[ID]) for place, row in rows):
            return
        if not self._may_be_unlisted([place for place, _ in rows if place is not None]):
            return
        for place, row in rows:
            if place is not None or row[ID] in self._places or row[ID] in self._by_id or not self._by_id:
                self._keep(place, row)
        for cell in found:
            if cell.key is not None and cell.key not in self._at:
                self._is_wordless(cell)

    def _may_stand(self, place: int | None, revision: bytes) -> bool:
        if place is None:
            return True
        known = self._at.get(place)
        if self._list_is_whole and place not in self._listed:
            return False
        if known is None and not any(is_within(place, gap) for gap in self._gaps):
            return False
        return known in (None, revision) and self._listed.get(place, revision) == revision

    def _may_be_unlisted(self, places: list[int]) -> bool:
        """Tell whether chance may have it that the index knows none of these: ids are scattered over its pages."""
        if not self._listed or not places or not self._listed.keys().isdisjoint(places):
            return True
        lost = 1 - len(self._listed) / max(*self._listed, *self._at)
        return bool(lost ** len(places) >= UNLIKELY)

    def _leave_out_strangers(self) -> None:
        """Leave out pages of the tree on which a place stands that the index gives to another.

        They are of another file: of their rows only those stay that the index knows.
        """
        strange = {self._leaf_of[at] for at, revision in self._at.items() if self._listed.get(at, revision) != revision}
        for place, revision in list(self._at.items()):
            if self._leaf_of[place] in strange and self._listed.get(place) != revision:
                del self._at[place], self._places[revision], self._rows[revision]

    def _read_lists(self) -> None:
        """Read the indexes of the table: which id and which record stands at which place.

        A page counts where it agrees with most of the rows that were found: it may be of another file or another index.
        """
        for number in range(1, self._pages.count + 1):
            if self._pages.kind(number) not in INDEXES:
                continue
            ids: dict[int, bytes] = {}
            records: dict[int, bytes] = {}
            for cell in self._pages.cells(number):
                values = values_of(cell.payload) if cell is not None and cell.payload[:1] == b"\x03" else None
                if values and len(values) == 2 and isinstance(values[0], bytes) and _is_place(values[1]):
                    if len(values[0]) == ID_SIZE:
                        ids[values[1]] = values[0]
                    elif len(values[0]) == RECORD_SIZE:
                        records[values[1]] = values[0]
            if self._agree({place: self._at[place] for place in ids if place in self._at}, ids):
                self._listed |= ids
            known = {place: self._rows[self._at[place]][RECORD] for place in records if place in self._at}
            if self._agree(known, records):
                self._records |= records
        self._by_id = {revision: place for place, revision in self._listed.items()}
        # ids are scattered over its pages as chance will have it: were one lost, there would be gaps everywhere
        self._list_is_whole = bool(self._listed) and len(self._listed) == max(self._listed)

    @staticmethod
    def _agree(known: dict[int, bytes], said: dict[int, bytes]) -> bool:
        """Tell whether most of what a page of an index says is true, where that is known at all."""
        return 2 * sum(said[place] == value for place, value in known.items()) > len(known)

    def _lost(self) -> tuple[Lost, ...]:
        nowhere = sum(revision not in self._places and revision not in self._by_id for revision in self._rows)
        size = self._pages.count * self._pages.size
        return losses(Known(self._rows, self._at, self._listed, self._records, self._wordless, nowhere, size))

    def _about(self) -> bytes | None:
        """Return which consultation the file is about: one of those it holds."""
        held = {row[RECORD] for row in self._rows.values() if row[2] == "consultation"}
        for match in _ABOUT.finditer(self._pages.data):
            if match[1] in held:
                return bytes(match[1])
        return held.pop() if len(held) == 1 else None

    def _projected(self, lost: tuple[Lost, ...]) -> dict[bytes, Projection]:
        """Look the records of which everything is lost up in the tables of the records."""
        known = {row[RECORD] for row in self._rows.values()}
        wanted = {each.record for each in lost if each.record is not None} - known
        found: dict[bytes, Projection] = {}
        for name, root in self._roots.items() if wanted else ():
            if name == "revision" or name.startswith(("sqlite_", "search", "revision_")):
                continue
            for leaf in tree_from(self._pages, root).leaves:
                if self._pages.kind(leaf.page) != TABLE_LEAF:
                    break
                for cell in self._pages.cells(leaf.page):
                    values = values_of(cell.payload) if cell is not None else None
                    if values and isinstance(values[0], bytes) and values[0] in wanted:
                        ids = [value for value in values[1:] if isinstance(value, bytes)]
                        found.setdefault(values[0], Projection(name, tuple(ids)))
        return found


def _is_place(place: object) -> TypeGuard[int]:
    """Tell whether rows of ours may stand there."""
    return isinstance(place, int) and 0 < place <= LAST_PLACE
