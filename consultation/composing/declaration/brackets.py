"""What passages say, as runs of a document: what may not stand as it is in square brackets."""

from __future__ import annotations

from collections.abc import Iterable

from consultation import document as doc
from consultation.language import Translator
from consultation.reading.passages import Declaration, ItemText, State
from consultation.reading.saying import Fragment, Saying, say_item

_STYLES = {
    Saying.OPENING: doc.Style.EMPHASIS,
    Saying.WHO: doc.Style.STRONG,
    Saying.AWAITING: doc.Style.EMPHASIS,
    Saying.LABEL: doc.Style.AWAITING,
    Saying.BRACKET: doc.Style.BRACKET,
    Saying.CONFLICT: doc.Style.BRACKET,
}


def has_brackets(standing: Declaration) -> bool:
    """Tell whether something in a declaration is not settled."""
    return any(passage.state is not State.SETTLED for passage in standing.passages)


def runs_of(said: Iterable[Fragment], opening: doc.Style = doc.Style.EMPHASIS) -> doc.Runs:
    """Write what is said; ``opening`` is how what opens it is set."""
    styles = _STYLES | {Saying.OPENING: opening}
    return tuple(
        doc.Run(fragment.text, styles.get(fragment.saying, doc.Style.PLAIN), language=fragment.language)
        for fragment in said
        if fragment.text
    )


def item_runs(item: ItemText, t: Translator) -> doc.Runs:
    """Write an item; what is quoted names its language where that is another than the document's."""
    remark = f"\u00a0{t.language_name(item.other_language)}" if item.quoted and item.other_language else ""
    return (*runs_of(say_item(item, t)), *((doc.Run(remark, doc.Style.REMARK),) if remark else ()))
