"""How a field lies in a table: in one column, or spread over several such as ``title.en`` and ``title.fr``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from consultation.exchange.leaves import Leaf, Making, Named, Wrong, several
from consultation.exchange.names import Names
from consultation.language import N_
from consultation.model import Term

Path = tuple[str, ...]
"""What stands behind the name of the field in the name of a column, between its dots."""

Cells = Sequence[tuple[Path, str]]


class Shape(Protocol):
    """How a field lies in a table."""

    @property
    def nothing(self) -> Any:
        """The value of a field of which no cell says anything, inside a list or a map."""

    def spread(self, value: Any, names: Names) -> Iterator[tuple[Path, str]]:
        """Give the cells of a value that are not empty."""

    def gather(self, cells: Cells, making: Making) -> Any:
        """Make a value of cells, none of them empty; Wrong when one of them does not fit."""

    def plain(self, value: Any, names: Names) -> Any:
        """Return the value as JSON has it."""

    def knows(self, path: Path) -> bool:
        """Tell whether there can be a column of this name."""


@dataclass(frozen=True)
class One:
    """In one cell."""

    leaf: Leaf

    @property
    def nothing(self) -> Any:
        return self.leaf.nothing

    def spread(self, value: Any, names: Names) -> Iterator[tuple[Path, str]]:
        text = "" if value is None else self.leaf.write(value, names)
        if text:
            yield (), text

    def gather(self, cells: Cells, making: Making) -> Any:
        return self.leaf.read(cells[0][1], making)

    def plain(self, value: Any, names: Names) -> Any:
        return None if value is None else self.leaf.plain(value, names)

    def knows(self, path: Path) -> bool:
        return path == ()


@dataclass(frozen=True)
class Several:
    """Several in one cell."""

    leaf: Leaf

    @property
    def nothing(self) -> Any:
        return []

    def spread(self, value: Sequence[Any], names: Names) -> Iterator[tuple[Path, str]]:
        text = ", ".join(filter(None, (self.leaf.write(item, names) for item in value)))
        if text:
            yield (), text

    def gather(self, cells: Cells, making: Making) -> Any:
        return several(self.leaf, cells[0][1], making)

    def plain(self, value: Sequence[Any], names: Names) -> Any:
        return [plain for plain in (self.leaf.plain(item, names) for item in value) if plain not in (None, "")]

    def knows(self, path: Path) -> bool:
        return path == ()


@dataclass(frozen=True)
class PerKey:
    """A column for each key: of a language, most often."""

    inner: Shape

    @property
    def nothing(self) -> Any:
        return {}

    def spread(self, value: Mapping[str, Any], names: Names) -> Iterator[tuple[Path, str]]:
        for key, item in value.items():
            for path, text in self.inner.spread(item, names):
                yield (key, *path), text

    def gather(self, cells: Cells, making: Making) -> Any:
        return {key: self.inner.gather(those, making) for key, those in _parted(cells).items()}

    def plain(self, value: Mapping[str, Any], names: Names) -> Any:
        return {key: self.inner.plain(item, names) for key, item in value.items()}

    def knows(self, path: Path) -> bool:
        return bool(path and path[0]) and self.inner.knows(path[1:])


@dataclass(frozen=True)
class PerVocabulary:
    """A column for each vocabulary: its terms, by their keys."""

    nothing: Mapping[str, Any] = field(default_factory=dict)

    def spread(self, value: Mapping[str, Any], names: Names) -> Iterator[tuple[Path, str]]:
        for key, terms in value.items():
            for _, text in Several(Named(Term, key)).spread(terms, names):
                yield (key,), text

    def gather(self, cells: Cells, making: Making) -> Any:
        return {path[0]: several(Named(Term, path[0]), text, making) for path, text in cells}

    def plain(self, value: Mapping[str, Any], names: Names) -> Any:
        return {key: Several(Named(Term, key)).plain(terms, names) for key, terms in value.items() if terms}

    def knows(self, path: Path) -> bool:
        return len(path) == 1 and bool(path[0])


@dataclass(frozen=True)
class Numbered:
    """A column, or several, for each place in a list, counted from 1."""

    inner: Shape

    @property
    def nothing(self) -> Any:
        return []

    def spread(self, value: Sequence[Any], names: Names) -> Iterator[tuple[Path, str]]:
        for number, item in enumerate(value, 1):
            for path, text in self.inner.spread(item, names):
                yield (str(number), *path), text

    def gather(self, cells: Cells, making: Making) -> Any:
        found = _parted(cells)
        return [self.inner.gather(found[number], making) for number in sorted(found, key=int)]

    def plain(self, value: Sequence[Any], names: Names) -> Any:
        return [self.inner.plain(item, names) for item in value]

    def knows(self, path: Path) -> bool:
        return bool(path) and path[0].isdecimal() and len(path[0]) <= 3 and self.inner.knows(path[1:])


@dataclass(frozen=True)
class Parts:
    """A column for each part; that of ``main`` has no name of its own."""

    parts: Mapping[str, Shape]
    main: str = ""
    needed: tuple[str, ...] = ()

    @property
    def nothing(self) -> Any:
        return {name: shape.nothing for name, shape in self.parts.items()}

    def spread(self, value: Mapping[str, Any], names: Names) -> Iterator[tuple[Path, str]]:
        for name, shape in self.parts.items():
            for path, text in shape.spread(value[name], names):
                yield (path if name == self.main else (name, *path)), text

    def gather(self, cells: Cells, making: Making) -> Any:
        found: dict[str, list[tuple[Path, str]]] = {}
        for path, text in cells:
            if path and path[0] in self.parts:
                found.setdefault(path[0], []).append((path[1:], text))
            else:
                found.setdefault(self.main, []).append((path, text))
        for name in self.needed:
            if name not in found:
                raise Wrong(N_("a part of it is missing: {part}"), part=name)
        return {
            name: shape.gather(found[name], making) if name in found else shape.nothing
            for name, shape in self.parts.items()
        }

    def plain(self, value: Mapping[str, Any], names: Names) -> Any:
        return {name: shape.plain(value[name], names) for name, shape in self.parts.items()}

    def knows(self, path: Path) -> bool:
        if path and path[0] in self.parts:
            return self.parts[path[0]].knows(path[1:])
        return bool(self.main) and self.parts[self.main].knows(path)


def leaf_at(shape: Shape, path: Path) -> Leaf | None:
    """Return what stands alone in a cell of the column of this name; None where several stand in it, or nothing can."""
    if isinstance(shape, One):
        return shape.leaf if not path else None
    if isinstance(shape, PerKey | Numbered):
        return leaf_at(shape.inner, path[1:]) if path else None
    if isinstance(shape, Parts):
        if path and path[0] in shape.parts:
            return leaf_at(shape.parts[path[0]], path[1:])
        return leaf_at(shape.parts[shape.main], path) if shape.main else None
    return None


def _parted(cells: Cells) -> dict[str, list[tuple[Path, str]]]:
    """Part cells by the first word of their path."""
    found: dict[str, list[tuple[Path, str]]] = {}
    for path, text in cells:
        found.setdefault(path[0], []).append((path[1:], text))
    return found
