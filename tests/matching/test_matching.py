from __future__ import annotations

import pytest

from consultation.errors import Cancelled
from consultation.matching import Band, Matcher, Matching, PairKind, ReasonKind, Text, match
from consultation.matching.glossary import Glossary
from consultation.progress import Progress

LIBRARY = "Open the municipal libraries on Sundays."
LIBRARY_AGAIN = "Municipal libraries should be open on Sundays."
POOL = "Open the municipal swimming pools on Sundays."
TRAM = "Extend the tram line to the university by 2031."
TRAM_LATER = "Extend the tram line to the university by 2041."
PESTICIDE = "Ban pesticides within 200 metres of schools."
PESTICIDE_FR = "Interdire les pesticides à moins de 200 mètres des écoles."


def numbered(*words: str) -> list[Text[int]]:
    return [Text(number, each) for number, each in enumerate(words)]


def matched(*words: str) -> Matching[int]:
    return match(numbered(*words), Glossary.ours())


def pairs_of(matching: Matching[int]) -> dict[tuple[int, int], tuple[Band, PairKind]]:
    return {tuple(sorted((pair.first, pair.second))): (pair.band, pair.kind) for pair in matching.pairs}  # type: ignore[misc]


def test_word_order_and_formulas_do_not_decide():
    assert pairs_of(matched(LIBRARY, "We call on mayors: " + LIBRARY_AGAIN))[0, 1] == (Band.SURE, PairKind.SAME)


def test_an_exchanged_thing_is_not_surely_the_same_however_long_the_rest():
    rest = " This should be paid from the national budget and reviewed with residents every year."
    assert pairs_of(matched(LIBRARY + rest, POOL + rest)).get((0, 1)) != (Band.SURE, PairKind.SAME)


def test_an_exchanged_thing_that_stands_in_a_shared_sentence_is_seen():
    first = "Hold hearings on the budget. The master plan is published."
    second = "Hold hearings on the master plan. The master plan is published."
    assert pairs_of(matched(first, second)).get((0, 1)) != (Band.SURE, PairKind.SAME)


def test_another_year_contradicts_and_says_what_stands_against_what():
    matching = matched(TRAM, TRAM_LATER)
    (pair,) = matching.pairs
    assert (pair.band, pair.kind) == (Band.PERHAPS, PairKind.CONTRADICT)
    against = pair.why[0]
    assert against.kind is ReasonKind.AGAINST
    assert against.clash == "date"
    assert ("2031" in against.first[0], "2041" in against.second[0]) == (True, True)


def test_an_opposite_beside_a_shared_sentence_contradicts():
    shared = " More buses are needed, and less noise."
    (pair,) = matched(
        "Raise the parking fee in the old town." + shared, "Lower the parking fee in the old town." + shared
    ).pairs
    assert pair.kind is PairKind.CONTRADICT


def test_a_slip_of_the_keyboard_is_surely_the_same():
    assert pairs_of(matched(TRAM, "Extend the tram line to the univeristy by 2031"))[0, 1] == (Band.SURE, PairKind.SAME)


def test_only_case_accents_punctuation_and_spaces_make_texts_identical():
    matching = matched("Créer un fonds pour l'eau.", "CREER UN FONDS POUR L’EAU !", "Créer des fonds pour l'eau.")
    identical = {(pair.first, pair.second) for pair in matching.pairs if pair.identical}
    assert identical == {(0, 1)}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Pay 3.5% of the cost.", "Pay 35% of the cost."),
        ("Pay 10 to 20 euros.", "Pay 1020 euros."),
        ("Pay 5%", "Pay 5"),
    ],
)
def test_other_figures_are_never_identical(first: str, second: str):
    assert not [pair for pair in matched(first, second).pairs if pair.band is Band.SURE]


def test_languages_meet_through_the_glossary_and_are_proposed():
    (pair,) = matched(PESTICIDE, PESTICIDE_FR, TRAM).pairs
    assert (pair.first, pair.second, pair.band, pair.kind) == (0, 1, Band.PERHAPS, PairKind.SAME)
    reasons = {reason.kind: reason for reason in pair.why}
    assert ("pesticides", "pesticides") in zip(
        reasons[ReasonKind.CONCEPTS].first, reasons[ReasonKind.CONCEPTS].second, strict=True
    )
    assert reasons[ReasonKind.FIGURES].first


def test_why_shows_the_words_as_each_text_writes_them():
    (pair,) = matched(LIBRARY, LIBRARY_AGAIN).pairs
    (reason,) = [reason for reason in pair.why if reason.kind is ReasonKind.WORDS]
    assert ("libraries", "libraries") in zip(reason.first, reason.second, strict=True)
    assert ("municipal", "Municipal") in zip(reason.first, reason.second, strict=True)


def test_sentences_that_are_shared_word_for_word_are_named():
    (pair,) = matched(LIBRARY + " Staff must be paid for it.", POOL + " Staff must be paid for it.").pairs
    assert [reason.first for reason in pair.why if reason.kind is ReasonKind.SENTENCES] == [
        ("Staff must be paid for it",)
    ]


def test_a_score_is_at_least_the_threshold_for_sure_pairs_and_for_no_others():
    matching = matched(LIBRARY, LIBRARY_AGAIN, POOL, TRAM, TRAM_LATER, PESTICIDE, PESTICIDE_FR)
    assert all((pair.score >= matching.threshold) == (pair.band is Band.SURE) for pair in matching.pairs)


def test_groups_hold_what_sure_pairs_hold_together_in_the_order_given():
    assert matched(TRAM, LIBRARY, POOL, LIBRARY_AGAIN, TRAM.upper()).groups == ((0, 4), (1, 3))


def test_a_family_of_five_hundred_copies_stays_whole_and_is_not_paired_all_with_all():
    matching = match([Text(number, TRAM) for number in range(500)], Glossary.ours())
    assert matching.groups == (tuple(range(500)),)
    assert len(matching.pairs) < 510


def test_nothing_comes_of_nothing():
    assert match([], Glossary.ours()).pairs == ()
    assert matched("", " … ", "!").pairs == ()


def test_adding_file_by_file_finds_what_matching_all_at_once_finds():
    words = (LIBRARY, TRAM, LIBRARY_AGAIN, PESTICIDE, POOL, PESTICIDE_FR, TRAM_LATER)
    matcher: Matcher[int] = Matcher(Glossary.ours())
    for text in numbered(*words):
        matcher.add([text])
    assert pairs_of(matcher.matching()) == pairs_of(matched(*words))


def test_a_removed_text_is_gone_and_a_changed_one_is_read_again():
    matcher: Matcher[int] = Matcher(Glossary.ours())
    matcher.add(numbered(LIBRARY, LIBRARY_AGAIN, TRAM))
    matcher.remove([0, 77])
    assert matcher.matching().pairs == ()
    matcher.add([Text(2, LIBRARY)])
    assert pairs_of(matcher.matching()) == {(1, 2): (Band.SURE, PairKind.SAME)}
    assert matcher.ask(Text("new", TRAM)) is None  # type: ignore[arg-type]


def test_when_the_first_of_a_wording_goes_the_others_stay_together():
    matcher: Matcher[int] = Matcher(Glossary.ours())
    matcher.add(numbered(TRAM, TRAM, TRAM + "!", LIBRARY))
    matcher.remove([0])
    assert matcher.matching().groups == ((1, 2),)


def test_asking_finds_the_best_sure_pair_and_never_the_text_itself():
    matcher: Matcher[str] = Matcher(Glossary.ours())
    matcher.add([Text("library", LIBRARY), Text("pool", POOL), Text("tram", TRAM)])
    found = matcher.ask(Text("typed", LIBRARY_AGAIN))
    assert found is not None
    assert (found.first, found.second, found.band) == ("typed", "library", Band.SURE)
    assert matcher.ask(Text("typed", TRAM_LATER)) is None
    assert matcher.ask(Text("library", LIBRARY_AGAIN)) is None
    assert matcher.ask(Text("typed", "")) is None
    assert {pair.first for pair in matcher.matching().pairs} <= {"library", "pool", "tram"}


def test_progress_is_told_and_a_stop_leaves_none_of_the_new_texts():
    told: list[tuple[int, int]] = []
    matcher: Matcher[int] = Matcher(Glossary.ours())
    matcher.add(numbered(LIBRARY, TRAM), Progress(lambda done, total, what: told.append((done, total))))
    assert told[-1] == (4, 4)
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        matcher.add([Text(7, LIBRARY_AGAIN), Text(0, TRAM)], stopped)
    assert matcher.ask(Text(8, LIBRARY_AGAIN)) is None or matcher.ask(Text(8, LIBRARY_AGAIN)).second != 7  # type: ignore[union-attr]
