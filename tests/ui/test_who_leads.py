"""What is missing, and what is offered to write, go by the one a person lets lead, not by the one that led before."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from consultation.deciding.alike import Alike
from consultation.matching import Band, Pair, PairKind
from consultation.model import Recommendation, RecommendationSet, translation
from ui.merge.alike_page import AlikePage
from ui.workspace import Workspace

SPANISH = "Una ventanilla por ciudad."


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> AlikePage:
    """Two that may be the same, of which the first, that would lead, is translated into Spanish."""
    store, texts = workspace.store, ("One desk per city.", "A desk in every city.")
    first, second = (
        Recommendation(id=store.new_id(), set=RecommendationSet.CITIZENSHIP, text=text, language="en") for text in texts
    )
    first.translations = {"es": translation(SPANISH, of=first.text)}
    store.save_all([first, second])
    shown = AlikePage(workspace)
    qtbot.addWidget(shown)
    pair = Pair(first.id, second.id, 0.9, Band.SURE, PairKind.SAME, ())
    shown.show_alike(Alike((first.id, second.id), (pair,)), "", 0)
    return shown


def missing(page: AlikePage) -> str:
    return page.joint._missing.text()


def test_the_languages_that_are_missing_are_those_of_the_one_that_is_to_lead(page: AlikePage) -> None:
    assert "Spanish" not in missing(page)
    page.let_lead(1)
    assert "Spanish" in missing(page)
    page.let_lead(0)
    assert "Spanish" not in missing(page)


def test_the_words_behind_the_fields_are_those_of_the_one_that_is_to_lead(page: AlikePage) -> None:
    page.write_wording()
    assert page.own.edits["es"].placeholderText() == SPANISH
    page.leave_wording()
    page.let_lead(1)
    page.write_wording()
    assert page.own.edits["es"].placeholderText() == ""
    assert page.own.edits["en"].placeholderText() == "A desk in every city."


def test_words_that_were_written_for_all_are_missing_no_more(page: AlikePage) -> None:
    page.let_lead(1)
    page.own.taken.emit({"es": SPANISH})
    assert "Spanish" not in missing(page)
