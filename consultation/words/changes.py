"""What people did to a record, and where they disagree about one."""

from __future__ import annotations

from consultation.language import Translator
from consultation.model import Record, Support
from consultation.store import Change, Conflict
from consultation.store.versions.names import OF_ANY_KIND, REASON
from consultation.words.fields import field_name
from consultation.words.kinds import kind_name
from consultation.words.records import Lookup, gist
from consultation.words.shortened import shortened
from consultation.words.values import Values
from consultation.words.vocabularies import Vocabularies


def what_changed(t: Translator, kind: str, change: Change, vocabularies: Vocabularies) -> str:
    """Say what a change did to a record of ``kind``, after the name of whoever made it ("changed: Wording")."""
    if change.erases:
        reason = str(change.values.get(REASON, "")).strip()
        return t("erased words for good: {reason}").format(reason=reason) if reason else t("erased words for good")
    if change.created:
        return t("wrote it")
    if change.values.get("deleted"):
        return t("deleted it")
    if change.withdraws:
        return t("took back earlier changes")
    changed = fields_told(t, kind, change, vocabularies)
    return t("changed: {fields}").format(fields=t.listed(changed)) if changed else t("restored it")


def fields_told(t: Translator, kind: str, change: Change, vocabularies: Vocabularies | None = None) -> list[str]:
    """Name the fields of a record of ``kind`` that a change set."""
    return [field_name(t, kind, name, vocabularies) for name in change.fields if name not in _NOT_TOLD]


def change_title(t: Translator, of: Record, change: Change, values: Values) -> str:
    """Say in a few words, without who, what a change did to a record or to what belongs to it ("Status: Adopted")."""
    if change.erases:
        return t("Words erased for good")
    if change.values.get("deleted"):
        return t("{kind} deleted").format(kind=kind_name(t, of.kind()))
    if isinstance(of, Support):
        counted = [change.values[name] for name in ("in_favour", "against", "abstain") if name in change.values]
        numbers = ", ".join("–" if number is None else t.number(number) for number in counted)
        return t("Counted: {numbers}").format(numbers=numbers) if counted else kind_name(t, of.kind())
    if change.created:
        return t("{kind} written").format(kind=kind_name(t, of.kind()))
    if change.withdraws:
        return t("Earlier changes taken back")
    told = [name for name in change.fields if name not in _NOT_TOLD]
    if not told:
        return t("Brought back")
    named = t.listed(field_name(t, of.kind(), name, values.vocabularies) for name in told)
    named = named[:1].upper() + named[1:]
    value = values.line(told[0], change.values[told[0]]) if len(told) == 1 and told[0] in change.values else ""
    return t("{field}: {value}").format(field=named, value=value) if 0 < len(value) <= SHORT else named


SHORT = 32
"""Characters of a value that is told in the title of a change."""

_NOT_TOLD = OF_ANY_KIND | {"deleted"}
"""Every edit also says that the record is kept; what stands for any kind is told otherwise."""


def record_name(t: Translator, record: Record, lookup: Lookup, most: int = 60) -> str:
    """Say which record this is: its kind and, shortened, what it is about."""
    about, kind = shortened(gist(t, record, lookup), most), kind_name(t, record.kind())
    return t("{kind}: {words}").format(kind=kind, words=about) if about else kind


def conflict_name(
    t: Translator, conflict: Conflict, record: Record, lookup: Lookup, vocabularies: Vocabularies | None = None
) -> str:
    """Say what people disagree about: which record, and which field of it."""
    field = field_name(t, conflict.kind, conflict.field, vocabularies)
    return t("{record} · {field}").format(record=record_name(t, record, lookup), field=field)
