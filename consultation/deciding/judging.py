"""What a person does with recommendations that may be the same. Each act is one step, and can be undone.

No wording, count, reservation or source of a recommendation is touched: what is written are verdicts and groups.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations
from uuid import UUID

from consultation.deciding.alike import Alike
from consultation.language import with_language
from consultation.model import Decision, Group, Labels, Verdict
from consultation.progress import UNHEARD, Progress
from consultation.store import Store, Written

MOST_PAIRS = 200
"""Pairs of a group up to which each is remembered as different when it is split.

Of more, those that were found to be the same, and each with the first.
"""


def say_same(store: Store, members: Sequence[UUID], lead: UUID, wording: Labels | None = None) -> Written:
    """Put recommendations together in one group, led by one of them; groups that share a member become one.

    ``wording`` are words for them all, by language; those that the groups had stay in the languages it does not name.
    """
    with store.together():
        theirs = groups_of(store, members)
        everyone = sorted({*(each for group in theirs for each in group.recommendations), *members})
        said = {code: words for group in reversed(theirs) for code, words in group.wording.items()}
        kept = theirs[0] if theirs else _fresh_group(store, everyone)
        kept.recommendations, kept.lead, kept.wording = everyone, lead, {**said, **(wording or {})}
        written = store.save(kept)
        for group in theirs[1:]:
            written += store.delete(group)
        return written + _judge(store, ((lead, each) for each in everyone if each != lead), Decision.SAME)


def say_same_but(
    store: Store, alike: Alike, lead: UUID, aside: Collection[UUID], wording: Labels | None = None
) -> Written:
    """Put all of these together but those set ``aside``, which are different from the rest; that is remembered."""
    staying = [each for each in alike.members if each not in aside]
    with store.together():
        written = Written()
        for each in aside:
            if any(not set(staying).isdisjoint(group.recommendations) for group in groups_of(store, [each])):
                written += take_out(store, each)
        written += say_same(store, staying, lead, wording)
        crossing = [
            (pair.first, pair.second) for pair in alike.pairs if (pair.first in aside) != (pair.second in aside)
        ]
        return written + _judge(store, [*((lead, each) for each in aside), *crossing], Decision.DIFFERENT)


def say_different(store: Store, alike: Alike) -> Written:
    """Remember that these are not the same: of every pair that was found, so that none is asked again."""
    return _judge(store, ((pair.first, pair.second) for pair in alike.pairs), Decision.DIFFERENT)


def say_contradict(store: Store, alike: Alike) -> Written:
    """Remember that these contradict each other."""
    return _judge(store, ((pair.first, pair.second) for pair in alike.pairs), Decision.CONTRADICT)


def say_part(store: Store, parts: Iterable[UUID], whole: UUID) -> Written:
    """Remember that what some ask for is part of what another asks for; each keeps its own words and counts."""
    return _judge(store, ((part, whole) for part in parts if part != whole), Decision.PART_OF)


def join_identical(store: Store, those: Sequence[Alike], progress: Progress = UNHEARD) -> Written:
    """Put together all that is the same but for case, punctuation and accents; the oldest leads."""
    written = Written()
    with store.together():
        for number, alike in enumerate(those):
            progress(number, len(those))
            written += say_same(store, alike.members, alike.members[0])
    return written


def let_lead(store: Store, member: UUID) -> Written:
    """Let a member lead its group: its words stand for all, where no other were written for them."""
    written = Written()
    with store.together():
        for group in groups_of(store, [member]):
            written += store.change(group, lead=member)
    return written


def word_group(store: Store, member: UUID, language: str, words: str) -> Written:
    """Write words for the group of a recommendation in a language; none take them away again."""
    written, said = Written(), words.strip()
    with store.together():
        for group in groups_of(store, [member]):
            written += store.change(group, wording=with_language(group.wording, language, said))
    return written


def take_out(store: Store, member: UUID) -> Written:
    """Take a recommendation out of its group: it is different from those that stay, and that is remembered."""
    written = Written()
    with store.together():
        for group in groups_of(store, [member]):
            others = [each for each in group.recommendations if each != member]
            written += _leave(store, group, others)
            written += _judge(store, ((member, each) for each in others), Decision.DIFFERENT)
    return written


def split(store: Store, member: UUID) -> Written:
    """Take the group of a recommendation apart; that its members are different is remembered."""
    written = Written()
    with store.together():
        for group in groups_of(store, [member]):
            written += store.delete(group)
            written += _judge(store, _parted(store, group.recommendations), Decision.DIFFERENT)
    return written


def take_back(store: Store, verdict: Verdict) -> Written:
    """Take a verdict back: the pair is asked again. Of two that were the same, the one not leading leaves the group."""
    with store.together():
        written = store.delete(verdict)
        if verdict.decision is Decision.SAME:
            for group in groups_of(store, [verdict.first]):
                if verdict.second in group.recommendations:
                    leaving = verdict.first if group.lead == verdict.second else verdict.second
                    written += _leave(store, group, [each for each in group.recommendations if each != leaving])
        return written


def take_group_back(store: Store, group: Group) -> Written:
    """Take a group apart, and every verdict that made it one: whether its members are the same is asked again."""
    members = set(group.recommendations)
    with store.together():
        written = store.delete(group)
        for verdict in store.all(Verdict, first=members, decision=Decision.SAME):
            if verdict.second in members:
                written += store.delete(verdict)
        return written


def groups_of(store: Store, members: Iterable[UUID]) -> list[Group]:
    """Return the groups that some recommendations are in, that with the oldest recommendation first."""
    wanted = set(members)
    found = {group.id: group for each in wanted for group in store.holding(Group, "recommendations", each)}
    return sorted(found.values(), key=Group.before_others)


def _fresh_group(store: Store, members: Sequence[UUID]) -> Group:
    """Make a group, the same one for all who put the same together: those who choose another lead then disagree."""
    id_ = Group.id_of(members)
    known = store.find(Group, id_)
    return Group(id=id_ if known is None or known.deleted else store.new_id())


def _leave(store: Store, group: Group, staying: list[UUID]) -> Written:
    """Let only these stay in a group; where one or none stays it is a group no more, unless it has a wording."""
    if len(staying) < 2 and not group.wording:
        return store.delete(group)
    return store.change(group, recommendations=staying, lead=group.lead if group.lead in staying else None)


def _parted(store: Store, members: Sequence[UUID]) -> list[tuple[UUID, UUID]]:
    """Return the pairs of a group that are remembered as different when it is split: all, or those that tell enough."""
    pairs = list(combinations(members, 2))
    if len(pairs) <= MOST_PAIRS:
        return pairs
    same = store.columns(Verdict, "first", "second", decision=Decision.SAME)
    within = [pair for pair in same if set(pair) <= set(members)]
    return [*within, *((members[0], each) for each in members[1:])]


def _judge(store: Store, pairs: Iterable[tuple[UUID, UUID]], decision: Decision) -> Written:
    written = Written()
    with store.together():
        for first, second in dict.fromkeys(pairs):
            verdict = Verdict.on(first, second, decision)
            known = store.find(Verdict, verdict.id)
            if known is None:
                written += store.save(verdict)
            elif known.deleted or known.decision is not verdict.decision:
                known.decision, known.deleted = verdict.decision, False
                written += store.save(known)
    return written
