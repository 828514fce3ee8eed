"""The glossary of the field: the words of local government that stand for the same thing, in every language.

Reading a glossary takes its lines apart and no more. The words of a language become a trie when that language is
first asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from consultation.errors import FileRefused, GlossaryRefused, sentence
from consultation.files import read_whole
from consultation.language import N_
from consultation.matching.folding import fold
from consultation.matching.forms import compound_forms, form, readings

GLOSSARY_DIR = Path(__file__).parent.parent.parent / "resources" / "glossary"
LARGEST = 8 * 1024 * 1024
"""Bytes; a glossary is a list of some thousand words, so anything larger is something else."""
WITHOUT_SPACES = {"zh", "ja", "th"}
"""Languages that do not part their words: their terms are looked for character by character."""
SKIPPED = {
    "en": {"the", "a", "an", "of", "s"},
    "fr": {"le", "la", "les", "l", "de", "d", "du", "des", "un", "une"},
    "es": {"el", "la", "los", "las", "de", "del", "un", "una"},
    "pt": {"o", "a", "os", "as", "de", "d", "do", "da", "dos", "das", "um", "uma"},
}
"""Articles and "of": they may stand inside a term or not, as in "right(s) to (the) city"."""
_WORD = re.compile(r"[^\W_]+|[.,;:!?()]")
_WORDLIKE = re.compile(r"[^\W_]")
_NAME = re.compile(r"\w+")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


class TermKind(StrEnum):
    """What a concept is good for when two recommendations are compared."""

    TOPIC = "topic"
    ACTOR = "actor"
    """Somebody who can be addressed: other actors make another recommendation."""
    VERB = "verb"
    QUANTITY = "quantity"


class Found(NamedTuple):
    """A concept that a text speaks of, and between which of its characters."""

    concept: str
    kind: TermKind
    start: int
    end: int


@dataclass(frozen=True)
class Concept:
    """Words that may replace each other without changing what is asked."""

    name: str
    kind: TermKind
    terms: dict[str, tuple[str, ...]]
    """By language, folded; "=" before a word that counts only as it is written."""


@dataclass(eq=False)
class _Node:
    """What may follow the words read so far, and the concepts that are named once they are read."""

    following: dict[str, _Node]
    concepts: list[Concept]

    def grow(self, words: Iterable[str], concept: Concept) -> None:
        node = self
        for word in words:
            node = node.following.setdefault(word, _Node({}, []))
        if concept not in node.concepts:
            node.concepts.append(concept)


class Glossary:
    """Finds the concepts that a text speaks of, the longest term first."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = {concept.name: concept for concept in concepts}
        self._lexicons: dict[str, _Lexicon] = {}

    @classmethod
    def read(cls, paths: Iterable[Path]) -> Glossary:
        """Read files one after the other; raise `GlossaryRefused` naming the file, the line and what is wrong in it.

        A later file adds words to a concept of the same name; "-word" takes one away.
        """
        concepts: dict[str, Concept] = {}
        for path in paths:
            for concept in _File(path).concepts(concepts):
                concepts[concept.name] = concept
        return cls(concepts.values())

    @classmethod
    def ours(cls) -> Glossary:
        """Return the glossary that comes with the program; it is read once."""
        return _ours()

    def find(self, folded: str, language: str) -> tuple[Found, ...]:
        """Return the concepts of a folded text in its order; a term that names two concepts gives both."""
        if language not in self._lexicons:
            self._lexicons[language] = _Lexicon(language, self.concepts.values())
        return tuple(self._lexicons[language].find(folded))


def our_files() -> list[Path]:
    """Return the files of the glossary that comes with the program."""
    return sorted(GLOSSARY_DIR.glob("*.tsv"))


_Ending = tuple[int, list[Concept]]
"""Behind which word a term ends, and the concepts it names."""


@cache
def _ours() -> Glossary:
    return Glossary.read(our_files())


class _Lexicon:
    """The terms of one language."""

    def __init__(self, language: str, concepts: Iterable[Concept]) -> None:
        self.language = language
        self.characters = language in WITHOUT_SPACES
        self.skipped = SKIPPED.get(language, set())
        self.root = _Node({}, [])
        self.beginnings: dict[str, tuple[_Node, ...]] = {}
        for concept in concepts:
            for term in concept.terms.get(language, ()):
                self._enter(term, concept)

    def find(self, folded: str) -> Iterator[Found]:
        words = list(_characters(folded) if self.characters else _words(folded))
        at = 0
        while at < len(words):
            best: _Ending = (at + 1, [])
            for node in self._beginnings(words[at][0]):
                best = _longer(best, self._longest(words, at + 1, node))
            after, concepts = best
            for concept in concepts:
                yield Found(concept.name, concept.kind, words[at][1], words[after - 1][2])
            at = after

    def _beginnings(self, word: str) -> tuple[_Node, ...]:
        """Return where the terms that may begin with ``word`` go on; most words of a text begin none."""
        if word not in self.beginnings:
            self.beginnings[word] = self._following(self.root, word)
        return self.beginnings[word]

    def _following(self, node: _Node, word: str) -> tuple[_Node, ...]:
        read = (word,) if self.characters else (f"={word}", *readings(word, self.language))
        return tuple([node.following[reading] for reading in read if reading in node.following])

    def _longest(self, words: list[tuple[str, int, int]], at: int, node: _Node) -> _Ending:
        """Return behind which word the longest term that goes on from ``node`` ends, and what it names."""
        best = (at, node.concepts)
        if at == len(words) or not node.following:
            return best
        word = words[at][0]
        for following in self._following(node, word):
            best = _longer(best, self._longest(words, at + 1, following))
        if word in self.skipped:
            longer = self._longest(words, at + 1, node)
            return _longer(best, longer) if longer[0] > at + 1 else best
        return best

    def _enter(self, term: str, concept: Concept) -> None:
        if self.characters:
            self.root.grow(term.replace(" ", ""), concept)
            return
        words = term.lstrip("=").split() if term.isascii() and term.isalpha() else _WORD.findall(term)
        words = [word for at, word in enumerate(words) if at in (0, len(words) - 1) or word not in self.skipped]
        if term.startswith("="):
            self.root.grow((f"={word}" for word in words), concept)
            return
        self.root.grow(words, concept)
        forms = [form(word, self.language) for word in words]
        lasts = compound_forms(words[-1], self.language) if len(words) > 1 else forms[-1:]
        for last in lasts:
            self.root.grow((*forms[:-1], last), concept)


def _longer(best: _Ending, other: _Ending) -> _Ending:
    """Return the one that reaches further; the first of two that are as long takes less away from its words."""
    return other if other[1] and (other[0] > best[0] or not best[1]) else best


def _words(folded: str) -> Iterator[tuple[str, int, int]]:
    """Give each word and mark with where it begins and ends; a mark is no word of any term, so none reaches over it."""
    return ((found.group(), found.start(), found.end()) for found in _WORD.finditer(folded))


def _characters(folded: str) -> Iterator[tuple[str, int, int]]:
    return ((letter, at, at + 1) for at, letter in enumerate(folded) if not letter.isspace())


class _File:
    """One file of a glossary: a table divided by tabs, its first line the names of the columns."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.line = 1
        try:
            text = read_whole(path, LARGEST).decode("utf-8-sig")
        except FileRefused as error:
            raise GlossaryRefused(error.sentence) from error
        except UnicodeDecodeError as error:
            raise self._refused(N_("it is not a text in UTF-8")) from error
        self.rows = fold(text.replace("\r\n", "\n").replace('"', "")).split("\n")

    def concepts(self, before: dict[str, Concept]) -> Iterator[Concept]:
        """Give each concept, with what was ``before`` under its name."""
        columns: list[str] = []
        seen: set[str] = set()
        for line, row in enumerate(self.rows, start=1):
            self.line = line
            if not row.strip() or row.startswith("#"):
                continue
            cells = row.split("\t")
            if not columns:
                columns = self._columns(cells)
                continue
            if any(cell.strip() for cell in cells[len(columns) :]):
                raise self._refused(N_("there are more cells than columns"))
            named = dict(zip(columns, map(str.strip, cells), strict=False))
            if named.get("concept") in seen:
                raise self._refused(N_("{value} is there twice"), value=named["concept"])
            seen.add(named.get("concept", ""))
            yield self._concept(named, before)
        if not columns:
            raise self._refused(N_("it is empty"))

    def _columns(self, cells: list[str]) -> list[str]:
        columns = [cell.strip() for cell in cells]
        while columns and not columns[-1]:
            columns.pop()
        for needed in ("concept", "kind"):
            if needed not in columns:
                raise self._refused(N_("there is no column “{value}”"), value=needed)
        for at, column in enumerate(columns):
            if column in columns[:at]:
                raise self._refused(N_("{value} is there twice"), value=column)
            if column not in ("concept", "kind") and not _LANGUAGE.fullmatch(column):
                raise self._refused(N_("“{value}” is not the code of a language, such as en"), value=column)
        return columns

    def _concept(self, cells: dict[str, str], before: dict[str, Concept]) -> Concept:
        name, kind = cells.pop("concept", ""), cells.pop("kind", "")
        if not _NAME.fullmatch(name):
            raise self._refused(N_("“{value}” is not a name of letters, digits and _"), value=name)
        if kind not in list(TermKind):
            raise self._refused(N_("{value} is not one of {choices}"), value=kind, choices=", ".join(TermKind))
        known = before.get(name, Concept(name, TermKind(kind), {}))
        if known.kind != kind:
            raise self._refused(N_("{value} is of the kind {kind} in another file"), value=name, kind=known.kind)
        terms = dict(known.terms)
        for language, cell in cells.items():
            terms[language] = self._terms(cell, known.terms.get(language, ()))
        return Concept(name, known.kind, terms)

    def _terms(self, cell: str, before: tuple[str, ...]) -> tuple[str, ...]:
        terms = dict.fromkeys(before)
        for term in map(str.strip, cell.split(";")):
            if not term:
                continue
            if not _WORDLIKE.search(term):
                raise self._refused(N_("“{value}” is not a word"), value=term)
            if not term.startswith("-"):
                terms[term] = None
            elif terms.pop(term[1:].strip(), term) is not None:
                raise self._refused(N_("“{value}” takes away a word that is not there"), value=term)
        return tuple(terms)

    def _refused(self, problem: str, **values: object) -> GlossaryRefused:
        return GlossaryRefused(
            N_(
                "The glossary {file} was not used, because of line {line}: {reason}. "
                "Nothing was changed. Correct the file, or leave it out."
            ),
            file=self.name,
            line=self.line,
            reason=sentence(problem, **values),
        )
