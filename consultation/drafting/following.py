"""Which parts of an edited passage may still say what drafting proposes. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator

from consultation.reading.parts import PARTS, Parts


def parts_that_follow(edited: frozenset[str], before: Parts | None, new: Parts) -> frozenset[str]:
    """Name the parts that may say what is proposed: those nobody edited, where they still fit the others.

    A strand fits before any phrase; a phrase and the words after it follow together or not at all.
    """
    if not edited:
        return frozenset(PARTS)
    if before is not None and edited == {"lead_in"}:
        return frozenset(PARTS) - edited
    if before is not None and edited == {"words"} and before.addressed == new.addressed:
        return frozenset({"lead_in"})
    return frozenset()


def is_refused(before: Parts | None, new: Parts, following: frozenset[str]) -> bool:
    """Tell whether something else is proposed than before that an edited passage does not follow."""
    if before is None or before.text == new.text:
        return before is None and not following
    return any(getattr(before, name) != getattr(new, name) for name in set(_named(before, new)) - following)


def _named(before: Parts, new: Parts) -> Iterator[str]:
    """Name the parts that either of them has."""
    yield from (name for name in PARTS if getattr(before, name) or getattr(new, name))
