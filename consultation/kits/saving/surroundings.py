"""What stands around the programme of a consultation, as a kit has it."""

from __future__ import annotations

from consultation.kits.saving.draft import Draft, Values, entry
from consultation.model import Activity, Inheritance, InheritanceState, Milestone, Partnership
from consultation.store import Store


def milestones(store: Store, draft: Draft) -> list[Values]:
    """Write the dates the consultation is tied to."""
    found = sorted(store.all(Milestone), key=lambda each: (each.on.isoformat() if each.on else each.month, each.id))
    return [
        entry(
            key=draft.give_key(each, draft.words(each.title)),
            title=draft.labels(each.title, needed=True),
            on=each.on,
            month=each.month,
            note=each.note,
        )
        for each in found
    ]


def partnerships(store: Store, draft: Draft) -> list[Values]:
    """Write which organisations work together; who speaks for them stays out."""
    found = sorted(store.all(Partnership), key=lambda each: (each.rank, each.id))
    return [
        entry(
            key=draft.give_key(each, draft.words(each.name)),
            name=draft.labels(each.name, needed=True),
            text=draft.labels(each.text),
            organisations=draft.keys(each.organisations),
            terms=draft.tagged(each.terms),
        )
        for each in found
    ]


def activities(store: Store, draft: Draft) -> list[Values]:
    """Write what a mechanism did and plans, half-year by half-year."""
    found = sorted(store.all(Activity), key=lambda each: (each.half_year or "9", each.title, each.id))
    return [made for each in found if (made := _activity(each, draft))]


def _activity(activity: Activity, draft: Draft) -> Values:
    spoken = draft.spoken("title", activity.title, activity.language, activity.translations)
    if not spoken:
        draft.left_out[Activity.kind()] += 1
        return {}
    return entry(
        key=draft.give_key(activity, activity.title),
        **spoken,
        axis=draft.key(activity.axis),
        half_year=activity.half_year.replace("H", ""),
        state=activity.state.value,
        outcome=activity.outcome,
        organisations=draft.keys(activity.organisations),
        terms=draft.tagged(activity.terms),
    )


def inheritance(store: Store, draft: Draft) -> list[Values]:
    """Write what an earlier declaration said, clause by clause."""
    found = sorted(store.all(Inheritance), key=lambda each: (each.rank, each.id))
    return [made for each in found if (made := _clause(each, draft))]


def _clause(clause: Inheritance, draft: Draft) -> Values:
    spoken = draft.spoken("text", clause.text, clause.language, clause.translations)
    if not spoken:
        draft.left_out[Inheritance.kind()] += 1
        return {}
    return entry(
        key=draft.give_key(clause, clause.text),
        reference=draft.key(clause.reference),
        number=clause.number,
        **spoken,
        state=clause.state.value if clause.state is not InheritanceState.UNKNOWN else None,
        note=clause.note,
    )
