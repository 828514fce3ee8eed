"""Scenes of the view of the aims for the gallery."""

from __future__ import annotations

from datetime import date

from consultation.model import (
    Activity,
    ActivityState,
    Evidence,
    EvidenceStrength,
    Inheritance,
    InheritanceState,
    KnownVocabulary,
    Milestone,
    Objective,
    Record,
    Reference,
    ReferenceKind,
    Result,
    ResultState,
)
from consultation.preparing import new_without_kit
from ui.prepare import PreparePlace
from ui.prepare.aims import AimsPage
from ui.shell.stage import Stage

OBJECTIVES, DOCUMENTS, INHERITED, ACTIVITIES, CALENDAR = range(5)


def _page(stage: Stage) -> AimsPage:
    place = stage.place(PreparePlace)
    place.show_view("aims")
    page = place.page("aims")
    assert isinstance(page, AimsPage)
    stage.settle()
    return page


def _save(stage: Stage, *records: Record) -> None:
    with stage.workspace.together():
        for record in records:
            record.id = stage.workspace.store.new_id()
            stage.workspace.save(record)


def objectives(stage: Stage) -> None:
    """Objectives with results; one was reached."""
    stage.open_sample()
    store = stage.workspace.store
    with stage.workspace.together():
        for result, state in zip(store.all(Result), ResultState, strict=False):
            stage.workspace.change(result, state=state, shown_by="Annex C, sessions 4 to 9" if state != "open" else "")
    first = store.all(Objective)[0]
    if not store.all(Result):
        _save(stage, Result(objective=first.id, text={"en": "A network of offices"}, state=ResultState.REACHED))
    page = _page(stage)
    page.list.table.setFocus()


def result(stage: Stage) -> None:
    """The fields of a result."""
    objectives(stage)
    page = _page(stage)
    page.list.table.choose(1)
    page.open_form()


def documents(stage: Stage) -> None:
    """Documents with what is quoted of them by page."""
    stage.open_sample()
    study = Reference(
        title="Intermediary cities: the hinge of the region",
        authors=["Aubert, C."],
        year=2019,
        publisher="Press of Ulm",
    )
    study.sort = ReferenceKind.FRAMEWORK
    _save(stage, study)
    _save(
        stage,
        Evidence(reference=study.id, text="One in three people lives there.", page="12", language="en"),
        Evidence(reference=study.id, text="Half have no plan.", language="en", strength=EvidenceStrength.MODERATE),
    )
    page = _page(stage)
    page.show_section(DOCUMENTS)
    page.list.choose(study.id)
    page.open_form()


def inherited(stage: Stage) -> None:
    """An earlier declaration, clause by clause."""
    stage.open_sample()
    earlier = Reference(title="Declaration of Chefchaouen", year=2018, sort=ReferenceKind.GUIDING)
    _save(stage, earlier)
    said = (
        "open a single desk for newcomers in every municipality",
        "publish the water accounts each year",
        "teach two languages in the schools",
        "meet again within three years",
    )
    states = zip(said, InheritanceState, strict=True)
    _save(
        stage,
        *(
            Inheritance(reference=earlier.id, number=str(n), rank=n, text=text, language="en", state=state)
            for n, (text, state) in enumerate(states, 1)
        ),
    )
    page = _page(stage)
    page.show_section(INHERITED)


def activities(stage: Stage) -> None:
    """Activities by axis and half-year."""
    stage.open_sample()
    axes = stage.workspace.store.terms(KnownVocabulary.AXIS)
    axis = axes[0].id if axes else None
    titles = ("Study on local taxes", "Visit to two valleys", "Course for treasurers")
    _save(
        stage,
        *(
            Activity(title=title, language="en", axis=axis, half_year=f"2021-H{n % 2 + 1}", state=state)
            for n, (title, state) in enumerate(zip(titles, ActivityState, strict=True))
        ),
        Activity(title="Meeting of the network", language="en"),
    )
    _page(stage).show_section(ACTIVITIES)


def calendar(stage: Stage) -> None:
    """Dates the consultation is tied to."""
    stage.open_sample()
    _save(
        stage,
        Milestone(title={"en": "World Council"}, on=date(2199, 10, 14), note="Agenda closes a month before"),
        Milestone(title={"en": "Annual report is due"}, month="2199-12"),
        Milestone(title={"en": "Zero draft"}, on=date(2021, 9, 1)),
        Milestone(title={"en": "First meeting of the committee"}, on=date(2021, 6, 1), done=True),
        Milestone(title={"en": "Second forum"}),
    )
    _page(stage).show_section(CALENDAR)


def empty(stage: Stage) -> None:
    """No document yet."""
    path = stage.folder / "citizens.consult"
    new_without_kit(path, "Assembly of the valley", "", "en", stage.workspace.identity).close()
    stage.workspace.open_now(path)
    stage.settle()
    _page(stage).show_section(DOCUMENTS)


SCENES = {
    "prepare-aims-objectives": objectives,
    "prepare-aims-result": result,
    "prepare-aims-documents": documents,
    "prepare-aims-inherited": inherited,
    "prepare-aims-activities": activities,
    "prepare-aims-calendar": calendar,
    "prepare-aims-empty": empty,
}
