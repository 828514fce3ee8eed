"""Selection, numbers and letters are the same in every language, whatever was translated and in whatever order."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from consultation.model import Arrangement, Item, Paragraph, Recommendation, Section, translation
from consultation.reading.needs import Need, read_needs
from consultation.reading.passages import Declaration, State
from consultation.store import Store
from tests.builders import handed_to, many_examples
from tests.drafting.rooms import (
    ADOPTED,
    ASIDE,
    CITIZENSHIP,
    LANGUAGES,
    POLICY,
    ROOMS,
    Ticking,
    a_room,
    adopted,
    asked,
    draft,
    grouped,
    promise,
    read,
)

WORDS = {
    "en": ("Open the wells", "A fund for water", "Plant trees", "Streets without cars"),
    "fr": ("Ouvrir les puits", "Un fonds pour l’eau", "Planter des arbres", "Des rues sans voitures"),
    "es": ("Abrir los pozos", "Un fondo para el agua", "Plantar árboles", "Calles sin coches"),
}


@dataclass(frozen=True)
class Asked:
    """A recommendation to be made."""

    text: int
    number: int
    language: str
    translated: frozenset[str]
    stale: bool
    values: dict[str, Any]

    def make(self, store: Store) -> Any:
        own = self._in(self.language)
        of = "Something else." if self.stale else own
        made = {code: translation(self._in(code), of=of) for code in sorted(self.translated - {self.language})}
        return asked(store, own, language=self.language, translations=made, **self.values)

    def _in(self, language: str) -> str:
        return WORDS[language][self.text] + (f" {self.number}" if self.number else "")


hands = st.none() | st.tuples(st.integers(0, 40), st.integers(0, 12), st.integers(0, 9))
recommendations = st.builds(
    Asked,
    text=st.integers(0, 3),
    number=st.integers(0, 2),
    language=st.sampled_from(LANGUAGES),
    translated=st.frozensets(st.sampled_from(LANGUAGES)),
    stale=st.booleans(),
    values=st.fixed_dictionaries(
        {
            "chosen": st.sampled_from([CITIZENSHIP, POLICY]),
            "status": st.sampled_from([ADOPTED, ADOPTED, ADOPTED, ASIDE]),
            "room": st.sampled_from(["", *ROOMS]),
            "hands": hands,
            "strands": st.sampled_from([(), ("people",), ("planet",)]),
            "addressees": st.sampled_from([(), ("uclg",), ("g20", "uclg"), ("european_union",)]),
            "reserved": st.sampled_from(["", "", "Not ours."]),
        }
    ),
)
BARE = str.maketrans(dict.fromkeys("()\u00a0"))
"""Languages set a letter in their own way: 2\u00a0(a), 2\u00a0a)."""

lists = st.lists(recommendations, min_size=1, max_size=10)


def skeleton(standing: Declaration) -> list[tuple[Any, ...]]:
    """All of a declaration but its words."""
    return [
        (each.id, each.number.translate(BARE), each.own_sources, bool(getattr(each, "beside", "")))
        for each in standing.passages
    ]


def prepared(folder: str, them: list[Asked], at_most: int, arranged: Arrangement, joint: dict[str, str]) -> Store:
    store = a_room(Path(folder))
    store.change(store.consultation, letters_at_most=at_most, arranged_by=arranged)
    made = [each.make(store) for each in them]
    if joint and len(made) > 1:
        grouped(store, *made[:2], **joint)
    promise(store, "Planter", "fr", who="Nous")
    return store


@given(
    lists,
    st.integers(1, 4),
    st.sampled_from(Arrangement),
    st.dictionaries(st.sampled_from(LANGUAGES), st.sampled_from(["Share the water", "Water for all"]), max_size=2),
    st.permutations(LANGUAGES),
)
@many_examples(15)
def test_numbers_letters_and_sources_are_the_same_in_all_languages_and_drafting_again_changes_nothing(
    them: list[Asked], at_most: int, arranged: Arrangement, joint: dict[str, str], order: list[str]
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        prepared(folder, them, at_most, arranged, joint) as store,
        handed_to(store, "Bo", watch=Ticking(store.clock.now() + 60_000)) as other,
    ):
        for language in order:
            draft(store, language)
        assert len({str(skeleton(read(store, language))) for language in LANGUAGES}) == 1
        for language in LANGUAGES:
            again = draft(store, language)
            assert not again.written
            assert [*again.new, *again.changed, *again.kept, *again.withdrawn, *again.without_source] == []
        for language in LANGUAGES:
            draft(other, language)
        for kind in (Section, Paragraph, Item):
            assert store.all(kind) == other.all(kind)


def test_an_item_that_is_not_translated_keeps_its_letter_in_brackets(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells", hands=(9, 0, 0))
        french = adopted(store, "Planter des arbres", language="fr", hands=(8, 0, 0))
        adopted(store, "Share the water", hands=(7, 0, 0))
        for language in LANGUAGES:
            draft(store, language)
        (paragraph,) = [each for each in read(store).paragraphs if each.items]
        assert [(item.letter, item.parts.words, item.state) for item in paragraph.items] == [
            ("a", "open the wells", State.SETTLED),
            ("b", "planter des arbres", State.UNTRANSLATED),
            ("c", "share the water", State.SETTLED),
        ]
        waiting = paragraph.items[1]
        assert (waiting.other_language, waiting.original, waiting.original_language) == ("fr", french.text, "fr")
        assert read_needs(store, read(store)).passages[Need.TRANSLATION] == (waiting.id,)
        assert [item.state for item in read(store, "es").passages if item.number.startswith("1")][1:] == [
            State.UNTRANSLATED
        ] * 3


def test_a_translation_that_comes_changes_neither_who_has_a_letter_nor_which(folder: Path) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, letters_at_most=2)
        made = [
            adopted(store, text, language="fr", hands=(9 - place, 0, 0))
            for place, text in enumerate(("Ouvrir les puits", "Planter des arbres", "Partager l’eau"))
        ]
        for language in LANGUAGES:
            draft(store, language)
        before = [skeleton(read(store, language)) for language in LANGUAGES]
        for code, text in (("en", "Share the water"), ("es", "Compartir el agua")):
            last = store.get(Recommendation, made[-1].id)
            kept = translation(text, of="Partager l’eau")
            store.change(last, translations={**last.translations, code: kept})
        store.change(made[0], translations={"en": translation("A question?", of="Ouvrir les puits")})
        for language in LANGUAGES:
            draft(store, language)
        assert [skeleton(read(store, language)) for language in LANGUAGES] == before
