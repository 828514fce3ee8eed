"""Why two recommendations are held to be the same or opposed, what was counted for both, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping

from consultation.deciding.desk import Part
from consultation.language import N_, Translator
from consultation.matching import Reason, ReasonKind
from consultation.model import Decision
from consultation.reading.adding import JointCount
from consultation.reading.no_sum import why_no_sum
from consultation.reading.tallies import Counts, Tally

MOST = 8
"""Words or ideas that one reason names."""

PARTS: Mapping[Part, str] = {
    Part.CONFLICTS: N_("Conflicts"),
    Part.SURE: N_("Likely the same"),
    Part.PERHAPS: N_("Perhaps the same"),
    Part.CONTRADICT: N_("May contradict"),
    Part.INCOMPLETE: N_("Incomplete"),
}
"""The parts of what there is to decide."""

RULED: Mapping[Decision, str] = {
    Decision.SAME: N_("The same"),
    Decision.DIFFERENT: N_("Different"),
    Decision.CONTRADICT: N_("They contradict each other"),
    Decision.PART_OF: N_("The first is part of the second"),
    Decision.HOLDS: N_("The second is part of the first"),
}
"""What a verdict says of two recommendations."""

_WHY: Mapping[ReasonKind, str] = {
    ReasonKind.SENTENCES: N_("Word for word in both: {words}"),
    ReasonKind.WORDS: N_("The same words: {words}"),
    ReasonKind.FIGURES: N_("The same figures: {words}"),
    ReasonKind.CONCEPTS: N_("The same ideas: {words}"),
    ReasonKind.AGAINST: N_("Against each other: {words}"),
}


def why(t: Translator, reason: Reason) -> str:
    """Put one reason into a sentence; nothing where it has no words to show."""
    if reason.kind is ReasonKind.IDENTICAL:
        return t("They are the same but for case, punctuation and accents.")
    if reason.kind is ReasonKind.MEANING:
        return t("The sentences mean nearly the same.")
    named = pairs_of_words(reason)[:MOST]
    return t(_WHY[reason.kind]).format(words="; ".join(named)) if named else ""


def pairs_of_words(reason: Reason) -> list[str]:
    """Name the words of a reason: those of both texts beside each other where they are not the same."""
    both = list(zip(reason.first, reason.second, strict=False))
    apart = " – " if reason.kind is ReasonKind.AGAINST else " = "
    said = [mine if mine.casefold() == theirs.casefold() else f"{mine}{apart}{theirs}" for mine, theirs in both]
    longer = max(reason.first, reason.second, key=len)[len(both) :]
    return list(dict.fromkeys(each for each in (*said, *longer) if each))


def hands(t: Translator, tally: Tally) -> str:
    """Say how many hands were counted."""
    return t("{in_favour} for, {against} against, {abstaining} abstaining").format(
        in_favour=t.number(tally.in_favour or 0),
        against=t.number(tally.against or 0),
        abstaining=t.number(tally.abstain or 0),
    )


def how_counted(t: Translator, counts: Counts) -> str:
    """Say in which ways a room was asked."""
    standing = counts.standing
    ways = (
        (t("show of hands"), any(count.tally.is_counted for count in standing)),
        (t("scale of consensus"), any(count.consensus is not None for count in standing)),
        (t("dots"), any(count.dots is not None for count in standing)),
    )
    said = t.listed(way for way, used in ways if used)
    return t("{way}, on an earlier wording").format(way=said) if counts.on_earlier_wording else said


def about_the_sum(t: Translator, joint: JointCount, rooms: int) -> str:
    """Say in how many rooms it was asked for, and what all counted together, or why that is not said."""
    asked = t.plural("Asked for in {count} room.", "Asked for in {count} rooms.", rooms) if rooms else ""
    if joint.is_sum:
        sum_ = t("Together: {hands}. Every room raised hands on these words, and nobody listed was in two of them.")
        return " ".join(part for part in (asked, sum_.format(hands=hands(t, joint.total))) if part)
    return f"{asked} {why_no_sum(t, joint.no_sum, joint.in_two)}".strip() if joint.no_sum is not None else asked
