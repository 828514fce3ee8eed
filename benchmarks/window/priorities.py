"""The priorities of 100,000 things that were asked for: until the list is painted, and until it is at each key typed.

The things are made here, not read: what reading and weighing them takes is said too, of the 20,000 of the big file; it
is done off the GUI thread.
"""

from __future__ import annotations

import random
import statistics
import time
from functools import partial
from uuid import UUID

from PySide6.QtTest import QTest

from benchmarks.window.big_file import BigFile
from benchmarks.window.stage import Stage, share_within, show_within
from consultation.model import RecommendationSet, RecommendationStatus
from consultation.reading.coverage import Backing
from consultation.weighing.hands import Line
from consultation.weighing.listing import Listing, Narrowing
from consultation.weighing.weighed import Weighed, Weighing, read_weighing
from ui.merge import MergePlace
from ui.merge.place import PRIORITIES
from ui.merge.priorities import PrioritiesPage

ROWS, ROUNDS, WORDS, LETTERS = 100_000, 5, 6, 5
OPEN_MS, KEY_MS, KEY_SHARE = 300.0, 100.0, 0.95
READ_S = 30.0


def measure(stage: Stage, big: BigFile, _: object) -> bool:
    """Show, narrow and sort the list."""
    started = time.perf_counter()
    weighing = read_weighing(stage.store)
    took = time.perf_counter() - started
    good = show_within(f"weighing {len(weighing.rows):,} things off the GUI thread, s", took, READ_S)
    page = _page(stage)
    listing = Listing(_many(weighing, big)).prepare()
    stage.rest()  # as once it has been read: else Python looks through all of it while it is shown
    opened = [stage.settled(partial(page.show_listing, listing), page.table.viewport()) for _ in range(ROUNDS)]
    good = show_within(f"showing {ROWS:,} rows, median, ms", statistics.median(opened), OPEN_MS) and good
    good = show_within(f"showing {ROWS:,} rows, worst, ms", max(opened), OPEN_MS) and good
    good = _keys(stage, page, big) and good
    strand = weighing.strands[0].id
    cell = stage.settled(partial(page.side.ask, Narrowing(strand=strand)), page.table.viewport())
    good = show_within("a cell of the matrix, ms", cell, KEY_MS) and good
    page.side.ask(Narrowing())
    stage.window.show_place(0)
    stage.settle()
    return good


def _page(stage: Stage) -> PrioritiesPage:
    stage.window.show_place(1)
    stage.settle()
    place = stage.window.place
    if not isinstance(place, MergePlace):
        raise TypeError("the second place is no longer Merge")
    place.show_view(PRIORITIES)
    while stage.workspace.jobs.running:
        stage.settle()
    return place.priorities


def _keys(stage: Stage, page: PrioritiesPage, big: BigFile) -> bool:
    field, times = page.bar.field, []
    for word in big.words[:: len(big.words) // WORDS][:WORDS]:
        field.clear()
        stage.settle()
        for letter in word[:LETTERS]:
            times.append(stage.settled(partial(QTest.keyClick, field, letter), page.table.viewport()))
    field.clear()
    stage.settle()
    return show_within(f"narrowing {ROWS:,} rows, {KEY_SHARE:.0%} within, ms", share_within(times, KEY_SHARE), KEY_MS)


def _many(weighing: Weighing, big: BigFile) -> Weighing:
    """Make things that were asked for in the rooms, strands and regions of a file."""
    chance = random.Random(8)
    rooms, strands = list(weighing.sessions), [term.id for term in weighing.strands]
    regions, actors = ([term.id for term in terms] for terms in (weighing.regions, weighing.actors))

    def one(number: int) -> Weighed:
        asked = chance.sample(rooms, chance.choice((1, 1, 1, 2, 3)))
        lines = tuple(
            Line(room, "", chance.randint(0, 60), chance.randint(0, 20), chance.randint(0, 9)) for room in asked
        )
        voices = Backing(
            frozenset(asked), frozenset("en"), frozenset(chance.sample(regions, 2)), frozenset(chance.sample(actors, 1))
        )
        return Weighed(
            (UUID(int=number + 1),),
            " ".join(chance.choices(big.words, k=20)),
            "en",
            chance.choice(list(RecommendationSet)),
            frozenset({RecommendationStatus.PROPOSED}),
            frozenset(chance.sample(strands, 1)),
            backing=voices,
            lines=lines,
            number=number,
            room=asked[0],
        )

    return Weighing(
        tuple(one(number) for number in range(ROWS)),
        weighing.sessions,
        weighing.strands,
        weighing.capitals,
        weighing.addressees,
        weighing.regions,
        weighing.actors,
        weighing.turnout,
    )
