"""What may contradict and nobody has decided is named before an edition is frozen."""

from __future__ import annotations

from pathlib import Path

from builders import a_recommendation, a_store, handed_to

from consultation.deciding.judging import say_contradict
from consultation.deciding.matches import read_asked, texts_of
from consultation.deciding.meanwhile import meanwhile
from consultation.deciding.opposed import opposed_line, undecided_contradictions
from consultation.deciding.questions import questions
from consultation.language import translator
from consultation.matching import match
from consultation.matching.glossary import Glossary
from consultation.merging import merge
from consultation.model import Item, RecommendationStatus

RAISE = "Raise the municipal budget for public libraries by ten per cent before 2030."
LOWER = "Lower the municipal budget for public libraries by ten per cent before 2030."


def test_what_may_contradict_is_named_until_somebody_decides(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        a_recommendation(store, RAISE)
        a_recommendation(store, LOWER)
        (opposed,) = undecided_contradictions(store)
        assert "Raise the municipal" in opposed_line(translator("en"), opposed)
        asked = read_asked(store, match(texts_of(store), Glossary.ours()))
        say_contradict(store, asked.contradict[0])
        assert undecided_contradictions(store) == []


def test_what_was_set_aside_contradicts_nothing(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        a_recommendation(store, RAISE)
        a_recommendation(store, LOWER, status=RecommendationStatus.SET_ASIDE)
        assert undecided_contradictions(store) == []


def test_a_conflict_reads_in_brackets_until_it_is_decided_where_it_stands_in_the_draft(tmp_path: Path) -> None:
    with a_store(tmp_path) as store, handed_to(store, "Bo") as other:
        made = a_recommendation(store, "Keep a register of those who care.")
        merge(other, [store.path])
        store.change(made, text="Keep a public register of those who care.")
        other.change(made, text="Keep a voluntary register of those who care.")
        merge(store, [other.path])
        (asked,) = questions(store, translator("en"))
        assert meanwhile(store, asked) == []
        store.save(Item(id=store.new_id(), paragraph=store.new_id(), sources=[made.id]))
        read = meanwhile(store, asked)
    assert read[0] == ("Keep a", False)
    assert {words for words, is_open in read if is_open} == {"public", "voluntary"}
    assert read[-1] == ("register of those who care.", False)
