"""Why a recommendation is not in the text, in a sentence."""

from __future__ import annotations

from consultation.drafting.fates import Fate, Fated
from consultation.grammar import Unfit
from consultation.language import Translator


def fate_name(t: Translator, fate: Fate) -> str:
    """Name where recommendations went, as the head of a list."""
    return {
        Fate.NEEDS_WORDING: t.context("several recommendations", "Need a wording"),
        Fate.NOT_DRAFTED: t.context("several recommendations", "Come with the next draft"),
        Fate.FURTHER: t.context("several recommendations", "Further to a paragraph"),
        Fate.NOT_AGREED: t.context("several recommendations", "Not agreed"),
        Fate.NOT_ADOPTED: t.context("several recommendations", "Not adopted"),
        Fate.SET_ASIDE: t.context("several recommendations", "Set aside"),
        Fate.PART: t.context("several recommendations", "Part of another"),
        Fate.LEFT_OUT: t.context("several recommendations", "Left out by a person"),
    }[fate]


def why(t: Translator, fated: Fated) -> str:
    """Say why one is not in the text."""
    if fated.fate is Fate.FURTHER:
        if not fated.number:
            return t("Further to a paragraph that is full: others were asked for in more rooms, or by more hands.")
        said = t("Further to {number}: what stands there was asked for in more rooms, or by more hands.")
        return said.format(number=fated.number)
    if fated.fate is Fate.NOT_AGREED:
        if not fated.number:
            return t("Not agreed. It is recorded with the next draft.")
        return t("Not agreed: recorded in {number}.").format(number=fated.number)
    if fated.fate is Fate.NEEDS_WORDING:
        return why_unfit(t, fated.unfit)
    return {
        Fate.NOT_DRAFTED: t("It came since the last draft. “Draft again” brings it in."),
        Fate.NOT_ADOPTED: t("No room adopted it."),
        Fate.SET_ASIDE: t("Its room set it aside."),
        Fate.PART: t("It is part of another recommendation, which says it too and is not in the text itself."),
        Fate.LEFT_OUT: t("A person left it out."),
    }[fated.fate]


def why_unfit(t: Translator, unfit: Unfit | None) -> str:
    """Say why words cannot be an item as they are."""
    return {
        Unfit.QUESTION: t("It is a question, so it cannot follow “undertake to:”."),
        Unfit.SENTENCE: t("It is a sentence with a subject of its own, so it cannot follow “undertake to:”."),
        Unfit.SEVERAL_MEASURES: t("It asks for several measures, and an item holds one."),
        Unfit.TOO_LONG: t("It is too long for an item."),
        Unfit.CAPITALS: t("It is all in capitals."),
        Unfit.EMPTY: t("It has no words."),
        None: t("It cannot be an item as it is worded."),
    }[unfit]
