"""Which column of somebody's own table holds what: proposed from its head, changed by a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from consultation.errors import Sentence, sentence
from consultation.exchange.grid import Grid, letter_of
from consultation.exchange.matched.fields import FIELDS, NEEDED, Field, Listing, field_of
from consultation.language import DOCUMENT_LANGUAGES, Translator, translator
from consultation.model import LANGUAGE_CODE
from consultation.reading.people import plain
from consultation.words.marked import said

EXAMPLES = 3
"""Cells of a column that are shown with it."""

HEADS_WITHIN = 20
"""Rows in which the heads are looked for: above them stand titles and empty lines."""

NEAR = 86.0
"""Of 100: spelling from which a head is taken for a known one."""
SHORTEST_NEAR = 5
"""Letters below which another letter makes another word."""

EXACT, MISSPELT, WITHIN = 3.0, 2.0, 1.0

PARTLY = 0.4
"""What a head counts that only has a known word in it: so have cells further down."""
ENOUGH = 1.0
"""What the heads of a row have to count together."""

Proposed = dict[int, tuple[str, str, float]]
"""Place of a column -> field, language, and how much speaks for it."""

_CODE_BEHIND = re.compile(rf"\(({LANGUAGE_CODE.pattern})\)\s*$")
_WORDS = re.compile(r"[^\W_]+")
_LANGUAGES = {
    **dict.fromkeys(("english", "anglais", "ingles"), "en"),
    **dict.fromkeys(("french", "francais", "frances"), "fr"),
    **dict.fromkeys(("spanish", "espagnol", "espanol", "castellano"), "es"),
    **{code: code for code in ("en", "fr", "es", "ar", "pt", "tr", "zh", "ru", "de", "it", "ca")},
}
_BEFORE_LANGUAGE = frozenset(("in", "en"))


@dataclass(frozen=True)
class Column:
    """A column of the table."""

    at: int
    """Its place, from 0."""
    letter: str
    """What a spreadsheet calls it."""
    head: str
    examples: tuple[str, ...]
    """The first of its cells that are not empty."""
    field: str = ""
    """The name of what it holds; empty where it is not read."""
    language: str = ""
    """Of fields that are said in several languages: in which; empty where the head does not say it."""


@dataclass(frozen=True)
class Columns:
    """What the columns of a table hold."""

    listing: Listing
    columns: tuple[Column, ...]
    heads: int | None
    """Which of the table's rows names the columns, from 0; None where none does."""

    @property
    def unread(self) -> tuple[Column, ...]:
        """The columns that have a head or cells and are not read."""
        return tuple(column for column in self.columns if not column.field)

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields without which no row can be taken in."""
        held = {column.field for column in self.columns}
        return tuple(group[0] for group in NEEDED[self.listing] if not held & set(group))

    def put(self, at: int, field: str, language: str = "") -> Columns:
        """Let a column hold a field, or, with an empty one, nothing; the column that held it before holds nothing.

        KeyError when the listing has no such field or the table no such column.
        """
        if field and field not in {known.name for known in FIELDS[self.listing]}:
            raise KeyError(field)
        if at not in {column.at for column in self.columns}:
            raise KeyError(at)

        def after(column: Column) -> Column:
            if column.at == at:
                return replace(column, field=field, language=language)
            is_taken = field and (column.field, column.language) == (field, language)
            return replace(column, field="", language="") if is_taken else column

        return replace(self, columns=tuple(map(after, self.columns)))

    def of(self, field: str) -> Column | None:
        """Return the first column that holds a field."""
        return next((column for column in self.columns if column.field == field), None)


def match_columns(grid: Grid, listing: Listing) -> Columns:
    """Propose what the columns of a table hold, and which of its rows names them.

    That is the first of the rows at the top in which most heads are known. Where none is, no row names the columns and
    a person has to say what they hold; `with_heads` changes it.
    """
    found, best = None, ENOUGH
    for place, (_, cells) in enumerate(grid.rows[:HEADS_WITHIN]):
        worth = sum(1.0 if score >= MISSPELT else PARTLY for _, _, score in _proposed(listing, cells).values())
        if worth > best or (worth == best and found is None):
            found, best = place, worth
    return with_heads(grid, listing, found)


def with_heads(grid: Grid, listing: Listing, heads: int | None) -> Columns:
    """Propose what the columns hold where row number ``heads``, from 0, names them; None: there are no heads."""
    cells = grid.rows[heads][1] if heads is not None else []
    proposed = _proposed(listing, cells)
    below = [row for _, row in grid.rows[0 if heads is None else heads + 1 :]]
    columns = []
    for at in range(grid.width):
        head = cells[at].strip() if at < len(cells) else ""
        examples = tuple(_filled(below, at))
        if head or examples:
            field, language, _ = proposed.get(at, ("", "", 0.0))
            columns.append(Column(at, letter_of(at), head, examples, field, language))
    return Columns(listing, tuple(columns), heads)


def _filled(rows: Iterable[Sequence[str]], at: int) -> Iterator[str]:
    """Give the first cells of a column in which something stands."""
    given = 0
    for row in rows:
        if at < len(row) and row[at].strip():
            yield " ".join(row[at].split())
            given += 1
            if given == EXAMPLES:
                return


def _proposed(listing: Listing, heads: Sequence[str]) -> Proposed:
    """Return what the columns with these heads hold: the likeliest first, each field and each column once."""
    likely = []
    for at, head in enumerate(heads):
        words = _WORDS.findall(plain(head))
        bare, language = _without_language(head, words)
        for field in FIELDS[listing]:
            score = _score(" ".join(words), field)
            if field.is_per_language and language:
                score = max(score, _score(" ".join(bare), field))
            if field.is_called_by_language and language and not bare:
                score = EXACT
            if score:
                likely.append((-score, at, field, language if field.is_per_language else ""))
    found: Proposed = {}
    held: set[tuple[str, str]] = set()
    for score, at, field, language in sorted(likely, key=lambda each: each[:2]):
        if at not in found and (field.name, language) not in held:
            found[at] = (field.name, language, -score)
            held.add((field.name, language))
    return _with_halves_of_names(found) if listing is Listing.PEOPLE else found


def _with_halves_of_names(found: Proposed) -> Proposed:
    """Take "name" for the other half where one half of the name has a column of its own: "Nom" beside "Prénom"."""
    fields = {field for field, _, _ in found.values()}
    halves = {"surname", "given_name"} & fields
    if len(halves) != 1 or "name" not in fields:
        return found
    other = "given_name" if "surname" in halves else "surname"
    return {
        at: (other if field == "name" else field, language, score) for at, (field, language, score) in found.items()
    }


@lru_cache(maxsize=4096)
def _score(head: str, field: Field) -> float:
    """Say how likely a column with this head holds a field: 0 where nothing speaks for it."""
    if not head:
        return 0.0
    heads = heads_of(field)
    if head in heads:
        return EXACT
    if len(head) >= SHORTEST_NEAR:
        nearest = extractOne(head, _long(field), scorer=ratio, score_cutoff=NEAR)
        if nearest:
            return MISSPELT + nearest[1] / 1000
    if field.is_strict:
        return 0.0
    padded = f" {head} "
    within = max((len(known) for known in heads if len(known) > 2 and f" {known} " in padded), default=0)
    return WITHIN * within / len(head)


@cache
def heads_of(field: Field) -> frozenset[str]:
    """Return what columns with this field are called, as the program itself calls them among that."""
    ours = [said(translator(language), field.label) for language in DOCUMENT_LANGUAGES]
    return frozenset((*field.heads, *(" ".join(_WORDS.findall(plain(name))) for name in (*ours, field.name))))


@cache
def _long(field: Field) -> tuple[str, ...]:
    return tuple(sorted(head for head in heads_of(field) if len(head) >= SHORTEST_NEAR))


def needed(columns: Columns) -> Sentence:
    """Name the first field that no column holds and without which no row can be taken in."""
    label = field_of(columns.listing, columns.missing[0]).label
    return sentence(label if isinstance(label, str) else label[1])


def head_of(t: Translator, listing: Listing, field: str, language: str = "") -> str:
    """Name a column so that it is known again: "Titre (fr)"."""
    name = said(t, field_of(listing, field).label)
    return f"{name} ({language})" if language else name


def _without_language(head: str, words: Sequence[str]) -> tuple[Sequence[str], str]:
    """Take the language off the end of a head: "Title (fr)", "Nom en français"."""
    if found := _CODE_BEHIND.search(head):
        return _WORDS.findall(plain(head[: found.start()])), found[1]
    if not words or words[-1] not in _LANGUAGES:
        return words, ""
    end = -2 if len(words) > 2 and words[-2] in _BEFORE_LANGUAGE else -1
    return words[:end], _LANGUAGES[words[-1]]
