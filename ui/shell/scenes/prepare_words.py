"""Scenes of the words of a consultation for the gallery."""

from __future__ import annotations

from uuid import UUID

from consultation.model import KnownVocabulary, Recommendation, Term
from consultation.preparing import new_without_kit
from consultation.vocabularies.making import new_term, new_vocabulary
from consultation.vocabularies.ordering import add_term
from consultation.vocabularies.retiring import join, retire
from ui.prepare.place import WORDS, PreparePlace
from ui.prepare.words import WordsPage
from ui.shell.stage import Stage

ADDRESSEE = KnownVocabulary.ADDRESSEE
BASINS = (
    ("River Mira, from the springs to the bridge of Alcains", "", ""),
    ("River Sado", "", ""),
    ("Lagoon of Óbidos", "lagune d’Óbidos", ""),
)


def _page(stage: Stage) -> WordsPage:
    stage.open_sample()
    _complete(stage)
    place = stage.place(PreparePlace)
    place.show_view(WORDS)
    stage.settle()
    page = place.page(WORDS)
    assert isinstance(page, WordsPage)
    page.open(ADDRESSEE)
    return page


def _complete(stage: Stage) -> None:
    """Give the sample a deep tree of addressees, with gaps, and a vocabulary of its own."""
    store = stage.workspace.store
    terms = {term.key: term for term in store.terms(ADDRESSEE)}
    if "office_of_the_bank" in terms:
        return
    top = list(terms.values())
    banks = _add(stage, "Banque des Hautes-Plaines", "Banque des Hautes-Plaines", top[-1].id)
    office = _add(stage, "headquarters in Dar Lahsen", "siège de Dar Lahsen", banks)
    _add(stage, "office of the bank", "bureau régional", office)
    private = store.get(Term, _add(stage, "the private sector", "le secteur privé"))
    retire(store, private)
    cities = store.get(Term, _add(stage, "the cities themselves", "les villes elles-mêmes"))
    join(store, cities, top[0])
    asked = store.all(Recommendation)[:9]
    for each in asked:
        store.change(each, addressees=[*each.addressees, banks])
    basins = new_vocabulary(store, {"en": "River basins"})
    store.save(basins)
    for english, french, spanish in BASINS:
        label = {"en": english, "fr": french, "es": spanish}
        add_term(store, new_term(store, basins.key, label))


def _add(stage: Stage, english: str, french: str, under: UUID | None = None) -> UUID:
    store = stage.workspace.store
    term = new_term(store, ADDRESSEE, {"en": english, "fr": french}, under, under=under is not None)
    add_term(store, term)
    return term.id


def _choose(page: WordsPage, key: str) -> None:
    tree = page.tree
    assert tree is not None
    page.choose(next(row.term.id for row in tree.rows if row.term.key == key))


def addressees(stage: Stage) -> None:
    """The tree of the addressees, with gaps in their places."""
    _choose(_page(stage), "banque_des_hautes_plaines")


def term(stage: Stage) -> None:
    """What is known of one term, where its name lacks in a language."""
    page = _page(stage)
    _choose(page, "banque_des_hautes_plaines")
    page.edit_term()


def more(stage: Stage) -> None:
    """What a declaration says to a family."""
    page = _page(stage)
    page.open_peek()
    page.form.more.open()
    stage.settle()


def joined(stage: Stage) -> None:
    """A term that was joined with another."""
    page = _page(stage)
    _choose(page, "the_cities_themselves")
    page.open_peek()


def joining(stage: Stage) -> None:
    """The other term being looked for."""
    page = _page(stage)
    _choose(page, "office_of_the_bank")
    page.open_peek()
    stage.settle()
    page.form.acts.ask_other()


def without(stage: Stage) -> None:
    """Those alone that have no name in Spanish."""
    page = _page(stage)
    page.bar.narrowed.emit("es")


def own(stage: Stage) -> None:
    """A vocabulary of the consultation's own, and what is known of it."""
    page = _page(stage)
    page.open("river_basins")
    page.edit_vocabulary()


def new(stage: Stage) -> None:
    """A new term being named."""
    _page(stage).add_term()


def nothing_there(stage: Stage) -> None:
    """A consultation without a kit: no vocabulary yet."""
    path = stage.folder / "without-kit.consult"
    if not path.exists():
        new_without_kit(path, "Water for all", "", "en", stage.workspace.identity).close()
    stage.workspace.open_now(path)
    stage.place(PreparePlace).show_view(WORDS)


SCENES = {
    "prepare-words-addressees": addressees,
    "prepare-words-term": term,
    "prepare-words-more": more,
    "prepare-words-joined": joined,
    "prepare-words-joining": joining,
    "prepare-words-without": without,
    "prepare-words-own": own,
    "prepare-words-new": new,
    "prepare-words-empty": nothing_there,
}
