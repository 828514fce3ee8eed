"""Why two texts are paired, in their own words."""

from __future__ import annotations

import re

from consultation.matching.comparing import Comparing
from consultation.matching.facts import Facts
from consultation.matching.folding import fold
from consultation.matching.keys import key_of
from consultation.matching.reader import Entry
from consultation.matching.scoring import alike
from consultation.matching.values import Reason, ReasonKind

MOST_WORDS = 12
_WORD = re.compile(r"[^\W\d_]+")


def why(first: Entry, second: Entry, comparing: Comparing) -> tuple[Reason, ...]:
    """Return what two entries share, and what stands against it."""
    against = [
        Reason(ReasonKind.AGAINST, (clash.mine,), (clash.theirs,), clash.kind.value)
        for clash in comparing.against(first, second)
    ]
    return (*against,)
