"""Drafting a declaration from 20,000 recommendations, against reading the records it is made of.

The floor reads recommendations, counts and reservations from the store, as records. A first draft also writes what it
proposes; it is measured apart from drafting again, which finds nothing to change.

python -m benchmarks.drafting
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from pathlib import Path
from uuid import UUID, uuid4

from benchmarks.ratio import show
from consultation.drafting import draft_declaration
from consultation.language import translator
from consultation.model import (
    Consultation,
    Recommendation,
    RecommendationSet,
    RecommendationStatus,
    Record,
    Reservation,
    Session,
    Support,
    Term,
    Vocabulary,
    fingerprint,
)
from consultation.store import Identity, Store

RECOMMENDATIONS = 20_000
SESSIONS = 100
RUNS = 3
LIMIT = 4.0
WORDS = [
    "open",
    "build",
    "publish",
    "protect",
    "restore",
    "fund",
    "train",
    "create",
    "share",
    "guarantee",
    "budget",
    "market",
    "school",
    "river",
    "archive",
    "garden",
    "clinic",
    "library",
    "bus",
    "shelter",
    "council",
    "register",
    "forest",
    "road",
    "every",
    "year",
    "in",
    "each",
    "district",
    "with",
    "residents",
    "before",
    "summer",
]
VERBS, THINGS, MANNERS = WORDS[:10], WORDS[10:24], WORDS[24:]


def made(seed: int) -> list[Record]:
    """Make the records of a large consultation: counted, some contested, spread over strands and addressees."""
    chance = random.Random(seed)
    records: list[Record] = [Consultation(title={"en": "Many rooms"}, languages=["en"])]
    terms: dict[str, list[UUID]] = {}
    for vocabulary, keys in (
        ("strand", ["people", "planet", "government"]),
        ("addressee", ["cities", "states", "banks"]),
    ):
        records.append(Vocabulary(id=Vocabulary.id_of(vocabulary), key=vocabulary))
        for rank, key in enumerate(keys):
            records.append(Term(vocabulary=vocabulary, key=key, label={"en": key}, rank=rank))
            terms.setdefault(vocabulary, []).append(records[-1].id)
    sessions = [Session(code=f"S{number}", title={"en": f"Room {number}"}) for number in range(SESSIONS)]
    records += sessions
    for number in range(RECOMMENDATIONS):
        words = [chance.choice(MANNERS) for _ in range(16)]
        text = f"{chance.choice(VERBS).capitalize()} the {chance.choice(THINGS)} {number} {' '.join(words)}."
        recommendation = Recommendation(
            session=sessions[number % SESSIONS].id,
            set=chance.choice(list(RecommendationSet)),
            text=text,
            language="en",
            addressees=chance.sample(terms["addressee"], 2),
            terms={"strand": [chance.choice(terms["strand"])]},
            status=chance.choice([RecommendationStatus.ADOPTED, RecommendationStatus.PROPOSED]),
        )
        records.append(recommendation)
        records.append(
            Support(
                recommendation=recommendation.id,
                in_favour=chance.randrange(10, 60),
                against=chance.randrange(0, 9),
                abstain=chance.randrange(0, 9),
                counted_on=fingerprint(text),
            )
        )
        if number % 10 == 0:
            records.append(Reservation(recommendation=recommendation.id, text="Not without money.", language="en"))
    return records


def read(store: Store) -> None:
    """The floor: the records that drafting is about, read as records."""
    for kind in (Recommendation, Support, Reservation):
        store.all(kind)


def main() -> bool:
    """Print the ratios; answer whether they are within their limit."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "large.consult"
        identity = Identity(uuid4(), uuid4())
        with Store.create(path, identity) as store:
            with store.together():
                for record in made(seed=7):
                    store.save(record)
            t = translator("en")
            floors, drafts = [], []
            for run in range(RUNS + 1):
                started = time.perf_counter()
                read(store)
                floors.append(time.perf_counter() - started)
                started = time.perf_counter()
                draft_declaration(store, t)
                drafts.append(time.perf_counter() - started)
                print(f"run {run}: reading {floors[-1]:.2f} s, drafting {drafts[-1]:.2f} s")
            good = show(f"the first draft of {RECOMMENDATIONS}", drafts[0], min(floors), LIMIT)
            good &= show(f"drafting {RECOMMENDATIONS} again", min(drafts[1:]), min(floors), LIMIT)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return good & show("memory, MB", memory, 300, 1.0)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
