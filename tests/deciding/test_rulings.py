"""Groups and verdicts as what was decided: who, when, and how a group came together."""

from __future__ import annotations

from pathlib import Path

from builders import Watch, a_recommendation, a_store, handed_to

from consultation.deciding.alike import ask
from consultation.deciding.counts import let_count_hold
from consultation.deciding.ideas import Ideas, Voice, read_ideas
from consultation.deciding.judged import read_judged
from consultation.deciding.judging import say_different, say_same, take_out
from consultation.deciding.lineage import lineage
from consultation.deciding.rulings import newest_first, read_rulings
from consultation.deciding.stale import stale_translations, translate_anew
from consultation.matching import Band, Pair, PairKind, Reason, ReasonKind, Text
from consultation.model import Group, Recommendation, Support, Verdict, fingerprint, translation


def test_a_group_tells_who_put_what_together_and_took_what_out(tmp_path: Path) -> None:
    watch = Watch()
    with a_store(tmp_path, watch=watch) as store:
        ids = [a_recommendation(store, f"Words {number}.").id for number in range(4)]
        say_same(store, ids[:3], ids[0])
        with handed_to(store, "Bo", watch) as other:
            watch.forward(60_000)
            say_same(other, [ids[0], ids[3]], ids[0])
            watch.forward(60_000)
            take_out(other, ids[1])
            stages = lineage(other, other.all(Group)[0])
    assert [(set(stage.came), set(stage.went)) for stage in stages] == [
        (set(ids[:3]), set()),
        ({ids[3]}, set()),
        (set(), {ids[1]}),
    ]
    assert stages[0].when < stages[1].when < stages[2].when


def test_a_verdict_that_two_are_the_same_is_told_with_its_group_alone(tmp_path: Path) -> None:
    watch = Watch()
    with a_store(tmp_path, watch=watch) as store:
        ids = [a_recommendation(store, f"Words {number}.").id for number in range(4)]
        say_same(store, ids[:2], ids[0])
        watch.forward(60_000)
        found = Pair(ids[2], ids[3], 0.8, Band.PERHAPS, PairKind.SAME, ())
        say_different(store, ask([found], read_judged(store)).perhaps[0])
        rulings = newest_first(read_rulings(store).values())
        assert [type(each.record) for each in rulings] == [Verdict, Group]
        assert rulings[0].members == (ids[2], ids[3])
        assert rulings[0].when > rulings[1].when
        again = read_rulings(store, [rulings[0].record.id])
        assert list(again) == [rulings[0].record.id]


def said_alone(ideas: Ideas) -> list[str]:
    return [part.text for parts in ideas.parts.values() for part in parts if part.voice is Voice.ALONE]


def test_shared_ideas_are_numbered_in_every_text_and_what_stands_opposed_is_found(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        first = a_recommendation(store, "Raise the municipal budget for drinking water.")
        second = a_recommendation(store, "Reducir el presupuesto municipal para agua potable.", language="es")
    why = (Reason(ReasonKind.AGAINST, ("Raise",), ("Reducir",)),)
    pair = Pair(first.id, second.id, 0.8, Band.PERHAPS, PairKind.CONTRADICT, why)
    texts = [Text(each.id, each.text, each.language) for each in (first, second)]
    ideas = read_ideas(texts, [pair])
    assert ideas.shared
    for text in texts:
        parts = ideas.parts[text.key]
        assert "".join(part.text for part in parts) == text.words
        numbers = {part.idea for part in parts if part.voice is Voice.SHARED}
        assert numbers == set(range(1, len(ideas.shared) + 1))
        assert len([part for part in parts if part.voice is Voice.AGAINST]) == 1
    assert said_alone(ideas) == [], "words of two languages tell nothing of what only one says"


def test_words_that_only_one_says_are_found_whatever_their_order(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        first = a_recommendation(store, "Open one desk per city for newcomers, within a short year.")
        second = a_recommendation(store, "For newcomers, open one desk per city.")
    ideas = read_ideas([Text(each.id, each.text, "en") for each in (first, second)], [])
    assert [words.removeprefix("within a ") for words in said_alone(ideas)] == ["short year"]
    assert ideas.shared == ()


def test_a_stale_translation_tells_what_it_was_made_of_and_is_made_anew(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        made = a_recommendation(store, "Open the wells.")
        store.change(made, translations={"fr": translation("Ouvrir les puits.", of=made.text)})
        store.change(made, text="Open the wells to all.")
        now = store.get(Recommendation, made.id)
        (stale,) = stale_translations(store, now)
        assert (stale.language, stale.text, stale.original) == ("fr", "Ouvrir les puits.", "Open the wells.")
        translate_anew(store, now, "fr", "Ouvrir les puits à tous.")
        assert stale_translations(store, store.get(Recommendation, made.id)) == []


def test_a_count_can_be_let_hold_for_the_new_words(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        made = a_recommendation(store, "Open the wells.")
        store.save(Support(id=store.new_id(), recommendation=made.id, in_favour=9, counted_on=fingerprint(made.text)))
        store.change(made, text="Open the wells to all.")
        let_count_hold(store, store.get(Recommendation, made.id))
        assert store.all(Support)[0].counted_on == fingerprint("Open the wells to all.")
