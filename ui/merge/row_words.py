"""What a row of the queue says: two lines of what it is about, and a remark; read when it is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from consultation.deciding.alike import Alike
from consultation.deciding.desk import Lacking
from consultation.deciding.questions import Waiting
from consultation.deciding.rulings import Ruling
from consultation.deciding.saying import RULED, pairs_of_words
from consultation.language import N_, Translator
from consultation.matching import Band, PairKind, ReasonKind
from consultation.model import Group, Recommendation, Record, Verdict
from consultation.reading.incomplete import Gap
from consultation.store import Decision, Store
from consultation.words import Lookup, Vocabularies, field_name, gist, kind_name, lookup_in, vocabulary_labels
from ui.workspace import Workspace

LACKS = {
    Gap.SET: N_("no set"),
    Gap.STRAND: N_("no strand"),
    Gap.LANGUAGE: N_("no language"),
    Gap.ADDRESSEE: N_("no addressee"),
    Gap.COUNT: N_("not counted"),
    Gap.EARLIER_COUNT: N_("counted on an earlier wording"),
    Gap.COUNTED_TWICE: N_("counted twice"),
    Gap.STALE_TRANSLATION: N_("translation out of date"),
}
"""What a recommendation lacks, in the words of a row."""


@dataclass(frozen=True)
class Settled:
    """A decision on a conflict as a row of what was decided."""

    decision: Decision
    record: Record

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from all others."""
        return self.decision.revision, self.decision.field


@dataclass(frozen=True)
class Ruled:
    """A group or a verdict as a row of what was decided."""

    ruling: Ruling

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from all others."""
        return (self.ruling.record.id,)


Row = Waiting | Alike | Lacking | Settled | Ruled


@dataclass(frozen=True)
class Told:
    """What is drawn of a row."""

    words: str
    remark: str
    tone: str
    """The set of the recommendation; nothing for what is none."""


class RowWords:
    """Puts rows into words; remembers them until the rows are others."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._told: dict[object, Told] = {}
        self._lookup: Lookup | None = None
        self._vocabularies: Vocabularies = {}

    def forget(self) -> None:
        """Read everything anew."""
        self._told = {}
        self._lookup = None

    def tell(self, row: Row) -> Told:
        """Put a row into words; without any while nobody can read."""
        if row.key not in self._told:
            if not self._workspace.is_readable:
                return Told("", "", "")
            if self._lookup is None:
                self._lookup = lookup_in(self._workspace.store)
                self._vocabularies = vocabulary_labels(self._workspace.store)
            self._told[row.key] = self._tell(row)
        return self._told[row.key]

    def _tell(self, row: Row) -> Told:
        match row:
            case Alike():
                return self._alike(row)
            case Lacking():
                remark = ", ".join(self._workspace.t(LACKS[gap]) for gap in row.gaps)
                return self._of_record(row.record, remark or self._workspace.t("complete"))
            case Ruled():
                return self._ruled(row.ruling)
            case Settled():
                return self._of_record(row.record, self._field(row.record, row.decision.field))
            case Waiting():
                return self._of_record(row.record, self._field(row.record, row.name))

    def _of_record(self, record: Record, remark: str) -> Told:
        t = self._workspace.t
        words = (gist(t, record, self._lookup) if self._lookup is not None else "") or kind_name(t, record.kind())
        return Told(words, remark, _tone(record))

    def _field(self, record: Record, name: str) -> str:
        t, kind = self._workspace.t, record.kind()
        said = field_name(t, kind, name, self._vocabularies)
        if isinstance(record, Recommendation):
            return said
        return t("{kind}: {field}").format(kind=kind_name(t, kind), field=said)

    def _alike(self, alike: Alike) -> Told:
        t, store = self._workspace.t, self._workspace.store
        first = store.find(Recommendation, alike.members[0])
        if first is None:
            return Told("", "", "")
        if alike.kind is PairKind.CONTRADICT:
            against = [reason for reason in alike.pairs[0].why if reason.kind is ReasonKind.AGAINST]
            said = [each for reason in against for each in pairs_of_words(reason)]
            return self._of_record(first, "; ".join(said) or where_asked(t, store, alike))
        return self._of_record(first, where_asked(t, store, alike))

    def _ruled(self, ruling: Ruling) -> Told:
        t, store, record = self._workspace.t, self._workspace.store, ruling.record
        lead = record.lead if isinstance(record, Group) and record.lead else None
        first = store.find(Recommendation, lead or ruling.members[0]) if ruling.members else None
        if isinstance(record, Verdict):
            said = t(RULED[record.decision])
        else:
            said = t.plural("group of {count}", "group of {count}", len(record.recommendations))
        return self._of_record(first, said) if first is not None else Told("", said, "")


def where_asked(t: Translator, store: Store, alike: Alike) -> str:
    """Say in how many rooms it was asked for, and in which languages ("3 rooms, es fr en")."""
    found = store.columns(Recommendation, "session", "language", id=set(alike.members))
    rooms = len({session for session, _ in found if session})
    codes = " ".join(dict.fromkeys(language for _, language in found if language))
    asked = t.plural("{count} room", "{count} rooms", rooms) if rooms else ""
    copies = t("identical") if alike.is_identical and alike.band is Band.SURE else ""
    return ", ".join(part for part in (asked, codes, copies) if part)


def _tone(record: Record) -> str:
    return record.set.value if isinstance(record, Recommendation) and record.set else ""
