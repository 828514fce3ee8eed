"""Where a recommendation stands, in the few words of a column."""

from __future__ import annotations

from consultation import document as doc
from consultation.language import Translator
from consultation.reading.standing import Standing, StandingKind


def stands_in(standing: Standing | None, t: Translator) -> doc.Runs:
    """Say where a recommendation stands, with the link to it; a dash where nobody knows."""
    if standing is None:
        return doc.plain("–")
    match standing.kind:
        case StandingKind.IN_TEXT | StandingKind.NOT_AGREED if standing.reference:
            remark = t("not agreed") if standing.kind is StandingKind.NOT_AGREED else ""
            return (_reference(standing), *_remark(f" {remark}" if remark else ""))
        case StandingKind.IN_TEXT:
            return _remark(t("in the text"))
        case StandingKind.FURTHER if standing.reference:
            words = t("annex only; further to {paragraph}").format(paragraph=standing.reference)
            return _remark(words, standing.anchor)
        case StandingKind.SET_ASIDE:
            return _remark(t("not taken up: set aside by the room"))
        case StandingKind.NEEDS_WORDING:
            return _remark(t("annex only; to be worded"))
        case _:
            return _remark(t("annex only"))


def stands_in_short(standing: Standing | None, t: Translator) -> doc.Runs:
    """Say the same beside a wording, in fewer words."""
    if standing is None:
        return ()
    match standing.kind:
        case StandingKind.IN_TEXT | StandingKind.NOT_AGREED if standing.reference:
            return (_reference(standing),)
        case StandingKind.IN_TEXT:
            return _remark(t("in the text"))
        case StandingKind.FURTHER if standing.reference:
            words = t("further to {paragraph}").format(paragraph=standing.reference)
            return _remark(words, standing.anchor)
        case StandingKind.SET_ASIDE:
            return _remark(t("set aside"))
        case _:
            return _remark(t("annex only"))


def _reference(standing: Standing) -> doc.Run:
    tone = "accent" if standing.kind is StandingKind.IN_TEXT else "open"
    return doc.Run(standing.reference, doc.Style.STRONG, target=standing.anchor, tone=tone)


def _remark(words: str, target: str = "") -> doc.Runs:
    return (doc.Run(words, doc.Style.REMARK, target=target),) if words else ()
