"""What a recommendation may open with and an item does not: numbers, bullets, quotation marks, "Please", "Il faut"."""

from __future__ import annotations

import re
from functools import lru_cache

from consultation.grammar.clause import words_of
from consultation.grammar.rules import RULES
from consultation.grammar.sentences import first_sentence

_BULLET = re.compile(r"(?:(?:[•▪●◦‣→➢➤✓✔■□◆*·–—−]|-(?=\s))\s*)++")
_NUMBER = re.compile(
    r"""(?:(?:recommendation|recommandation|recomendaci[oó]n|proposal|proposition|propuesta|demand|measure|mesure|medida
            |article|art[ií]culo|r)
        \s?(?:n\s?[°ºo.]{1,2}\s?)?\d{1,3}\s?[.):–—-]+\s+
      | \(?(?:\d{1,3}(?:\.\d{1,3})*|(?-i:[a-hA-H]|[ivx]{1,4}|[IVX]{1,4}))\)\s*
      | (?:\d{1,3}(?:\.\d{1,3})*|(?-i:[a-hA-D]|[ivx]{1,4}|[IVX]{1,4}))\.(?:\s+|(?=[^\W\d_]{2}))
      | \d{1,2}(?:\.\d{1,2}){2}\s+
      | \d{1,3}\s?[°º]\)?\s+
      | \d{1,3}\s+[–—-]\s+
      | \d{1,3}\s+(?=to\s[^\W\d])
      | \d{1,3}\s?[:/]\s+)++""",
    re.VERBOSE | re.IGNORECASE,
)
_ENCLOSING = {"“": "”", "«": "»", '"': '"', "„": "“”", "‘": "’", "'": "'", "「": "」"}
_PLAIN_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_SPACES = " \t\r\n\f\v\u00a0\u202f"
_CLOSING = _SPACES + ".;:…,!。；：，！؛،"

_ADDED = r"(?:also|therefore|hereby|strongly|urgently|again|further|all|jointly|respectfully|now)"
_OPENINGS: dict[str, tuple[re.Pattern[str], ...]] = {
    "en": (
        re.compile(r"(?:please|kindly)\b[,:]?\s*", re.I),
        re.compile(r"let(?: us|[’']s)\s+", re.I),
        re.compile(
            r"(?:it is|it[’']s) (?:\w+ly |very |also )?(?:necessary|essential|vital|important|crucial|urgent"
            r"|imperative|time|indispensable|advisable) to\s+",
            re.I,
        ),
        re.compile(r"there is an? (?:\w+ )?need to\s+", re.I),
        re.compile(
            rf"we (?:{_ADDED} )*(?:must|should|need to|have to|ought to|want to|wish to|would like to|propose to"
            rf"|recommend to|suggest to|ask to) (?:{_ADDED} )*",
            re.I,
        ),
        re.compile(r"to\s+", re.I),
        re.compile(r"do(?: (?=not\b))", re.I),
    ),
    "fr": (
        re.compile(r"(?:veuillez|prière de|prière d[’']|merci de|merci d[’']|s[’']il vous pla[iî]t\b,?)\s*", re.I),
        re.compile(
            r"il (?:nous )?(?:faut|faudrait|faudra|conviendrait de|conviendrait d[’']|convient de|convient d[’']"
            r"|importe de|importe d[’']|s[’']agit de|s[’']agit d[’']|est (?:\w+ )?(?:nécessaire|important|essentiel"
            r"|indispensable|urgent|impératif|temps|primordial|crucial|souhaitable) (?:de\b|d[’']))\s*",
            re.I,
        ),
        re.compile(
            r"(?:nous|on) (?:devons|devrions|doit|devrait|voulons|souhaitons|proposons (?:de\b|d[’'])"
            r"|recommandons (?:de\b|d[’'])|demandons (?:de\b|d[’'])|suggérons (?:de\b|d[’'])"
            r"|préconisons (?:de\b|d[’']))\s*",
            re.I,
        ),
        re.compile(r"(?:de\s+|d[’'])", re.I),
    ),
    "es": (
        re.compile(r"(?:por favor|favor de|s[ií]rvan?se)\b[,:]?\s*", re.I),
        re.compile(r"(?:hay|habr[ií]a|habrá|tenemos|tendríamos) que\s+", re.I),
        re.compile(
            r"es (?:muy |\w+mente )?(?:necesario|preciso|importante|urgente|esencial|fundamental|imprescindible"
            r"|indispensable|vital|crucial|conveniente|hora de)\s+",
            re.I,
        ),
        re.compile(r"(?:hace falta|conviene|urge)\s+", re.I),
        re.compile(
            r"(?:nosotros )?(?:debemos|deberíamos|queremos|necesitamos|proponemos|recomendamos|sugerimos"
            r"|pedimos|deseamos)\s+",
            re.I,
        ),
        re.compile(
            r"se (?:debe de|deben|debe|debería|recomienda|propone|sugiere|pide|necesita|requiere|trata de)\s+", re.I
        ),
    ),
}
"""Openings that say that something is asked for. Each is taken off only where a verb stands behind it."""

_CALLS = {
    "en": re.compile(
        rf"(?:(?:we|i|the (?:participants|delegates|cities|mayors|signatories|members|group|session|assembly|room)),? )"
        rf"(?:{_ADDED} )*(?:call (?:up)?on|urge|ask|invite|encourage|request|appeal to|advise|exhort|want"
        r"|expect|would like)\s",
        re.I,
    ),
    "fr": re.compile(
        r"(?:nous|les (?:participants|délégués|villes|maires|signataires|membres)) (?:en )?"
        r"(?:appelons|appellent|invitons|invitent|exhortons|encourageons|engageons|demandons|demandent|prions|recommandons"
        r"|incitons|enjoignons)(?: (?:aussi|également|donc|instamment))?\s",
        re.I,
    ),
    "es": re.compile(
        r"(?:nosotros )?(?:instamos|llamamos|exhortamos|invitamos|pedimos|animamos|solicitamos|recomendamos"
        r"|alentamos|urgimos|hacemos un llamamiento) (?=al?\b)",
        re.I,
    ),
}
"""Calls with an addressee between them and the verb: "We call on … to"."""
_BEHIND_ADDRESSEE = {
    "en": re.compile(r"\bto\s+", re.I),
    "fr": re.compile(r"(?:\b[àa]|\bde)\s+|\bd[’']", re.I),
    "es": re.compile(r"\ba\s+", re.I),
}
_ADDRESSEE_LETTERS = 160


@lru_cache(maxsize=4096)
def core(text: str, language: str) -> tuple[str, bool]:
    """Return the first sentence without what it may open and close with, and whether words that call for a verb went.

    Letters and marks are as they were written. ``language`` is a code without region.
    """
    called = False
    text = _PLAIN_SPACES.sub(lambda found: "\n\n" if found[0].count("\n") > 1 else " ", text).strip()
    while True:
        shorter = _with_letters(text, _without_marks(text))
        shorter = _with_letters(shorter, first_sentence(shorter))
        if "?" not in shorter[-3:]:
            shorter = _with_letters(shorter, shorter.rstrip(_CLOSING))
        behind = _behind_call(shorter, language)
        if behind != shorter:
            called, shorter = True, behind
        if shorter == text:
            return text, called
        text = shorter


def _with_letters(before: str, after: str) -> str:
    """Return ``after`` where a letter is left in it."""
    return after if any(letter.isalpha() for letter in after) else before


def _without_marks(text: str) -> str:
    """Take off bullets and numbers before the text, and quotation marks around all of it."""
    text = text.strip(_SPACES)
    for mark in (_BULLET, _NUMBER):
        found = mark.match(text)
        if found is not None and not (mark is _NUMBER and found.end() == len(text)):
            return text[found.end() :]
    bare = text.rstrip(_CLOSING)
    closing = _ENCLOSING.get(bare[:1])
    if closing and len(bare) > 2 and bare[-1] in closing and not set(bare[1:-1]) & {bare[0], *closing}:
        return bare[1:-1]
    return text


def _behind_call(text: str, language: str) -> str:
    """Take off words that only say that something is asked for, where a verb stands behind them."""
    for opening in _OPENINGS.get(language, ()):
        found = opening.match(text)
        if found is not None and _verb_behind(text[found.end() :], language):
            return text[found.end() :]
    call = _CALLS[language].match(text) if language in _CALLS else None
    if call is None:
        return text
    for joint in _BEHIND_ADDRESSEE[language].finditer(text, call.end(), call.end() + _ADDRESSEE_LETTERS):
        if any(mark in text[call.end() : joint.start()] for mark in ".;?!"):
            break
        if _verb_behind(text[joint.end() :], language):
            return text[joint.end() :]
    return text


def _verb_behind(text: str, language: str) -> bool:
    words = [word.lower() for word in words_of(text[:100], language)]
    return bool(words) and RULES[language].may_be_verb(words)
