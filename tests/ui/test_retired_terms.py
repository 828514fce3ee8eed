"""A term that was retired or joined is offered nowhere any more; what has it keeps showing it, and can take it off."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from consultation.model import KnownVocabulary, Recommendation, RecommendationSet, Term
from consultation.reading.incomplete import Gap
from consultation.reading.passages import ParagraphText
from consultation.sample import make_merged_sample
from consultation.vocabularies.retiring import join, retire
from ui.actions import anywhere
from ui.declaration.strand_mend import StrandMend as PassageMend
from ui.merge.mends import AddresseeMend, StrandMend
from ui.merge.place import PRIORITIES, MergePlace
from ui.session.details.recommendation import RecommendationDetails
from ui.shell.main_window import MainWindow
from ui.widgets.chip_field import ChipField
from ui.widgets.chips import ChipChoice
from ui.workspace import Workspace

STRAND, ADDRESSEE = KnownVocabulary.STRAND, KnownVocabulary.ADDRESSEE


@pytest.fixture
def retired(workspace: Workspace) -> Term:
    """A strand that was retired."""
    term = workspace.store.terms(STRAND)[0]
    retire(workspace.store, term)
    return term


@pytest.fixture
def joined(workspace: Workspace) -> Term:
    """An addressee that was joined with another."""
    first, second, *_ = workspace.store.terms(ADDRESSEE)
    join(workspace.store, first, second)
    return first


def asked(workspace: Workspace, strand: Term, addressee: Term) -> Recommendation:
    """A recommendation that has them all the same: it came with a file that did not know."""
    made = Recommendation(
        id=workspace.store.new_id(),
        set=RecommendationSet.POLICY,
        text="Open the wells.",
        terms={STRAND.value: [strand.id]},
        addressees=[addressee.id],
    )
    workspace.store.save(made)
    return workspace.store.get(Recommendation, made.id)


def chips_of(choice: ChipChoice) -> list[str]:
    return [chip.text() for chip in choice._chips.values() if chip.isVisibleTo(choice)]


def offers_of(field: ChipField) -> list[object]:
    return [row.key for row in field._rows("") if hasattr(row, "key")]


def test_the_line_does_not_offer_a_retired_strand(wide: MainWindow, workspace: Workspace, retired: Term) -> None:
    place = wide.place
    place.show_session(workspace.store.session("D1-CLIMATE").id)  # type: ignore[attr-defined]
    line = place.room.entry  # type: ignore[attr-defined]
    line.edit.setFocus()
    QTest.keyClicks(QCoreApplication.instance().focusWidget(), "Open the wells. #")  # type: ignore[union-attr]
    offered = [offer.key for offer in line.edit.offers.rows.offers]
    assert offered == [term.id for term in workspace.store.terms(STRAND)]
    assert retired.id not in offered


def test_the_details_keep_what_a_recommendation_has(
    qtbot: QtBot, workspace: Workspace, retired: Term, joined: Term
) -> None:
    details = RecommendationDetails(workspace)
    qtbot.addWidget(details)
    details.offer_terms()
    strands, addressees = details._choices[STRAND], details._choices[ADDRESSEE]
    assert isinstance(strands, ChipChoice)
    assert isinstance(addressees, ChipField)
    name = workspace.label(retired.label)
    assert name not in chips_of(strands)
    assert joined.id not in offers_of(addressees)
    record = asked(workspace, retired, joined)
    details.show_record(record)
    assert name in chips_of(strands)
    assert addressees.ticked() == [joined.id]
    strands._chips[retired.id].click()
    assert workspace.store.get(Recommendation, record.id).chosen(STRAND) == []
    addressees._take_off(joined.id)
    assert workspace.store.get(Recommendation, record.id).addressees == []
    details.show_record(workspace.store.get(Recommendation, record.id))
    assert name not in chips_of(strands)


def test_what_completes_a_recommendation_offers_none(
    qtbot: QtBot, workspace: Workspace, retired: Term, joined: Term
) -> None:
    strand, addressee = StrandMend(workspace, Gap.STRAND), AddresseeMend(workspace, Gap.ADDRESSEE)
    for mend in (strand, addressee):
        qtbot.addWidget(mend)
    assert workspace.label(retired.label) not in chips_of(strand.chips)
    assert joined.id not in offers_of(addressee.field)
    record = asked(workspace, retired, joined)
    strand.show_record(record, lacking=False)
    addressee.show_record(record, lacking=False)
    assert workspace.label(retired.label) in chips_of(strand.chips)
    assert addressee.field.ticked() == [joined.id]


def test_a_passage_without_a_strand_is_not_offered_a_retired_one(
    qtbot: QtBot, workspace: Workspace, retired: Term
) -> None:
    passage = ParagraphText.__new__(ParagraphText)
    mend = PassageMend(workspace, passage)
    qtbot.addWidget(mend)
    assert len(mend.strands) == len(workspace.store.terms(STRAND))
    assert workspace.label(retired.label) not in [each.text() for each in mend.strands]


def test_many_recommendations_are_not_put_into_a_retired_strand(qtbot: QtBot, bare: Workspace, folder: Path) -> None:
    path = folder / "merged.consult"
    make_merged_sample(path, bare.identity)
    assert bare.open_now(path)
    strand, *others = bare.store.terms(STRAND)
    retire(bare.store, strand)
    window = MainWindow(bare)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.go(anywhere.GO_MERGE)
    place = window.place
    assert isinstance(place, MergePlace)
    place.show_view(PRIORITIES)
    page = place.priorities
    qtbot.waitUntil(lambda: bool(page.table.rows.rows))
    has = next(n for n, row in enumerate(page.table.rows.rows) if strand.id not in row.strands)
    page.table.setCurrentIndex(page.table.rows.index(has, 0))
    page._change(page.changing.ask_strand)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.text() for action in menu.actions()]
    menu.close()
    assert len(names) == len(others)
    assert bare.label(strand.label) not in names
