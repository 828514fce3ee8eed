"""What an earlier consultation left, carried over from its file into this one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from consultation.errors import ConsultationError
from consultation.exchange.carrying_over import carry_over
from consultation.language import translator
from consultation.model import Commitment, CommitmentState, Inheritance, InheritanceState, Reference
from consultation.preparing import new_without_kit
from consultation.reading.declaration import read_declaration
from consultation.store import Store
from tests.builders import identity


def earlier_file(folder: Path, drafted_sample: Store) -> Path:
    path = folder / "earlier.consult"
    shutil.copyfile(drafted_sample.path, path)
    with Store.open(path, identity("Rapporteur")) as store:
        for text, state in (("Open the wells.", CommitmentState.OPEN), ("Mend the roads.", CommitmentState.KEPT)):
            store.save(Commitment(id=store.new_id(), text=text, language="en", state=state, who="Ulm"))
    return path


def test_clauses_and_unfinished_commitments_become_what_is_inherited(folder: Path, drafted_sample: Store) -> None:
    path = earlier_file(folder, drafted_sample)
    before = path.read_bytes()
    with new_without_kit(folder / "now.consult", "Assembly", "", "fr", identity("Amira")) as store:
        done = carry_over(store, path)
        clauses = sorted(store.all(Inheritance), key=lambda each: each.rank)
        (document,) = store.all(Reference)
        texts = [each.text for each in clauses]
        assert (done.made, done.already_there, {each.reference for each in clauses}) == (
            len(clauses),
            0,
            {document.id},
        )
        assert texts[-1] == "Open the wells."
        assert "Mend the roads." not in texts
        items = [item for p in read_declaration(drafted_sample, translator("fr")).paragraphs for item in p.items]
        assert {item.text for item in items if item.commitment is None} & set(texts)
        assert {each.state for each in clauses if each.number} == {InheritanceState.UNKNOWN}
        assert "en" in clauses[0].translations
        assert [each.number for each in clauses if each.number]
    assert path.read_bytes() == before


def test_carrying_over_twice_makes_nothing_twice(folder: Path, drafted_sample: Store) -> None:
    path = earlier_file(folder, drafted_sample)
    with new_without_kit(folder / "now.consult", "Assembly", "", "en", identity("Amira")) as store:
        made = carry_over(store, path).made
        again = carry_over(store, path)
        assert (again.made, again.already_there, store.count(Reference)) == (0, made, 1)


def test_a_copy_of_the_same_consultation_is_refused(folder: Path, drafted_sample: Store) -> None:
    path = folder / "copy.consult"
    shutil.copyfile(drafted_sample.path, folder / "own.consult")
    shutil.copyfile(drafted_sample.path, path)
    with Store.open(folder / "own.consult", identity("Amira")) as store:
        before = store.count(Inheritance)
        with pytest.raises(ConsultationError, match="very consultation"):
            carry_over(store, path)
        assert store.count(Inheritance) == before


def test_a_damaged_file_is_refused_and_nothing_is_half_done(folder: Path, drafted_sample: Store) -> None:
    path = folder / "cut.consult"
    path.write_bytes(drafted_sample.path.read_bytes()[:20_000])
    with new_without_kit(folder / "now.consult", "Assembly", "", "en", identity("Amira")) as store:
        with pytest.raises(ConsultationError, match="cut short"):
            carry_over(store, path)
        assert (store.all(Inheritance), store.all(Reference)) == ([], [])
