"""Check the catalogues, or bring them up to date: every text in every language, with the same placeholders.

python installer/catalogues.py [--update]
"""

from __future__ import annotations

import io
import string
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "resources" / "locale"
DOMAIN = "consultation"
SOURCES = ("consultation", "ui")
PLURALS = {"fr": "(n > 1)", "es": "(n != 1)"}
LANGUAGES = tuple(PLURALS)
NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
"""Compiled catalogues carry dates; with this one they change only when a text does."""

KEYWORDS = {
    "t": None,
    "_t": None,
    "N_": None,
    "NP_": (1, 2),
    "NC_": ((1, "c"), 2),
    "plural": (1, 2),
    "plural_in_words": (1, 2),
    "context": ((1, "c"), 2),
}

# Without dates and names, so that a catalogue only changes when a text does.
HEADER = """msgid ""
msgstr ""
"Project-Id-Version: Consultation\\n"
"Language: {language}\\n"
"Plural-Forms: nplurals=2; plural={plural};\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def read(path: Path) -> Catalog:
    """Read a catalogue of texts."""
    with path.open("rb") as file:
        catalogue = read_po(file)
    catalogue.creation_date = catalogue.revision_date = NO_DATE
    return catalogue


def compiled(catalogue: Catalog) -> bytes:
    """Return the compiled form that the program reads."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def placeholders(text: str) -> set[str]:
    """Return the names in braces of a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def problems_of(language: str, message: Message) -> list[str]:
    """Say what is wrong with one translation."""
    sources = message.id if isinstance(message.id, tuple) else (message.id,)
    words = message.string if isinstance(message.string, tuple) else (message.string,)
    if not all(words):
        return [f"{language}: not translated: {sources[0]!r}"]
    found = []
    if message.fuzzy:
        found.append(f"{language}: marked as uncertain: {sources[0]!r}")
    expected = placeholders(sources[-1])
    for text in words:
        try:
            differs = placeholders(text) != expected and placeholders(text) != placeholders(sources[0])
        except ValueError:
            differs = True
        if differs:
            found.append(f"{language}: other placeholders than the source: {sources[0]!r} -> {text!r}")
    if sources[0][:1] == "*" and any(not text.startswith("*") for text in words):
        found.append(f"{language}: the opening between asterisks is lost: {sources[0]!r}")
    return found


def extracted() -> Catalog:
    """Collect the texts that are in the code now."""
    texts = Catalog()
    for folder in SOURCES:
        for found in extract_from_dir(str(ROOT / folder), [("**.py", "python")], keywords=KEYWORDS):
            texts.add(found[2], context=found[4])
    return texts


def update(language: str) -> None:
    """Bring a catalogue up to the texts in the code: new ones empty, old ones gone, translations kept."""
    path = LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    known = read(path)
    fresh = Catalog(locale=language)
    for message in extracted():
        if message.id:
            old = known.get(message.id, message.context)
            fresh.add(message.id, old.string if old else "", context=message.context)
    out = io.BytesIO()
    write_po(out, fresh, sort_output=True, width=100, omit_header=True)
    path.write_bytes(HEADER.format(language=language, plural=PLURALS[language]).encode() + out.getvalue())
    path.with_suffix(".mo").write_bytes(compiled(read(path)))


def check() -> list[str]:
    """Return everything that is wrong with the catalogues."""
    texts = {(message.id, message.context) for message in extracted() if message.id}
    found = []
    for language in LANGUAGES:
        folder = LOCALE / language / "LC_MESSAGES"
        catalogue = read(folder / f"{DOMAIN}.po")
        known = {(message.id, message.context) for message in catalogue if message.id}
        found += [f"{language}: not in the catalogue: {text!r}" for text, _ in sorted(texts - known, key=str)]
        found += [f"{language}: no longer in the code: {text!r}" for text, _ in sorted(known - texts, key=str)]
        for message in catalogue:
            if message.id:
                found += problems_of(language, message)
        compiled_file = folder / f"{DOMAIN}.mo"
        if not compiled_file.exists() or compiled_file.read_bytes() != compiled(catalogue):
            found.append(f"{language}: the compiled catalogue is not of these translations; run: make catalogues")
    return found


def main() -> int:
    """Bring the catalogues up to date, or check them; return the exit code."""
    if "--update" in sys.argv:
        for language in LANGUAGES:
            update(language)
        return 0
    found = check()
    print("\n".join(found) or "Every text is in every language.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
