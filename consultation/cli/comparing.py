"""The command that tells which recommendations are likely the same, or may contradict each other."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from consultation.cli.opening import open_file
from consultation.cli.reply import Reply
from consultation.deciding import saying
from consultation.deciding.judged import read_judged
from consultation.deciding.judging import join_identical
from consultation.deciding.matches import meaning_beside, read_asked, texts_of
from consultation.language import Translator
from consultation.matching import Band, Matching, Pair, PairKind, match
from consultation.matching.glossary import Glossary, our_files
from consultation.model import Recommendation, Session
from consultation.reading.numbers import numbers_among
from consultation.store import Store
from consultation.words import shortened

LONGEST = 120
"""Characters of a recommendation in a list."""


def matches(asked: Namespace, t: Translator) -> Reply:
    """List what is likely the same or may contradict, of what nobody has decided yet."""
    glossary = Glossary.read([*our_files(), *asked.glossary]) if asked.glossary else Glossary.ours()
    with open_file(asked) as store:
        texts = texts_of(store)
        meaning = None if asked.words_only else meaning_beside(store.path, asked.model)
        if meaning is not None:
            meaning.embed([text.words for text in texts])
        found = match(texts, glossary, space=meaning)
        joined = None
        if asked.join_identical:
            identical = read_asked(store, found).identical
            join_identical(store, identical)
            joined = len(identical)
        return _tell(store, found, asked.threshold, joined, t)


def _tell(store: Store, found: Matching[UUID], least: float | None, joined: int | None, t: Translator) -> Reply:
    judged = read_judged(store)
    pairs = [
        pair
        for pair in found.pairs
        if not judged.is_settled(pair.first, pair.second) and (least is None or pair.score >= least)
    ]
    groups = [group for group in found.groups if any(not judged.is_settled(group[0], each) for each in group[1:])]
    named = _Named(store, {each for pair in pairs for each in (pair.first, pair.second)} | set().union(*groups))
    data: dict[str, Any] = {
        "threshold": found.threshold if least is None else least,
        "pairs": [_shape(pair, named, t) for pair in pairs],
        "groups": [[named.shape(each, with_text=False) for each in group] for group in groups],
    }
    lines = [t.plural("{count} pair to decide", "{count} pairs to decide", len(pairs))]
    if joined is not None:
        data["joined"] = joined
        said = t.plural(
            "{count} group of identical ones was joined", "{count} groups of identical ones were joined", joined
        )
        lines.insert(0, said)
    for pair in pairs:
        lines += ["", *_in_lines(pair, named, t)]
    return Reply(data, lines)


def _in_lines(pair: Pair[UUID], named: _Named, t: Translator) -> Iterable[str]:
    if pair.kind is PairKind.CONTRADICT:
        head = t("May contradict")
    else:
        head = t("Likely the same") if pair.band is Band.SURE else t("Perhaps the same")
    yield t("{what} ({percent})").format(what=head, percent=t.percent(pair.score))
    for each in (pair.first, pair.second):
        words = shortened(named.words(each), LONGEST)
        yield "  " + t("{reference}: {words}").format(reference=named.whole(each), words=words)
    for reason in pair.why:
        if said := saying.why(t, reason):
            yield "  " + said


def _shape(pair: Pair[UUID], named: _Named, t: Translator) -> dict[str, Any]:
    return {
        "a": named.shape(pair.first),
        "b": named.shape(pair.second),
        "score": round(pair.score, 4),
        "band": pair.band.value,
        "kind": pair.kind.value,
        "why": [said for reason in pair.why if (said := saying.why(t, reason))],
    }


class _Named:
    """Recommendations as a list names them."""

    def __init__(self, store: Store, wanted: set[UUID]) -> None:
        self._records = store.those(Recommendation, wanted)
        self._numbers = numbers_among(store, wanted)
        sessions = {each.session for each in self._records.values() if each.session}
        self._codes = {session.id: session.code for session in store.those(Session, sessions).values()}

    def words(self, recommendation: UUID) -> str:
        """Return what one says."""
        return self._records[recommendation].text

    def reference(self, recommendation: UUID) -> str:
        """Return the identifier a source gave it, else its session and its number there."""
        return self._records[recommendation].reference or self._place(recommendation)

    def whole(self, recommendation: UUID) -> str:
        """Return its session and its number there, and the identifier a source gave it."""
        given, place = self._records[recommendation].reference, self._place(recommendation)
        return f"{place} ({given})" if given else place

    def _place(self, recommendation: UUID) -> str:
        session, number = self._records[recommendation].session, self._numbers.get(recommendation)
        code = self._codes.get(session, "") if session else ""
        return " ".join(str(part) for part in (code, number) if part) or str(recommendation)

    def shape(self, recommendation: UUID, with_text: bool = True) -> dict[str, str]:
        """Return it for an answer in JSON."""
        shape = {"id": str(recommendation), "reference": self.reference(recommendation)}
        return {**shape, "text": self.words(recommendation)} if with_text else shape
