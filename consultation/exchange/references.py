"""Documents of a reference manager (RIS, CSL-JSON) into the file: each once, and what could not be read is named."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from consultation.errors import Sentence, SourceRefused, sentence
from consultation.files import read_whole
from consultation.language import N_
from consultation.model import Reference, ReferenceKind
from consultation.model.record import LANGUAGE_CODE
from consultation.reading.people import plain
from consultation.store import Store, Written

LARGEST = 16 << 20
"""Bytes of a file that is read."""

_YEAR = re.compile(r"[12]\d{3}")
_BEGINS, _ENDS = re.compile(r"^TY  -", re.MULTILINE), re.compile(r"^ER  -", re.MULTILINE)
_ENTRY = re.compile(r"^TY  -.*?^ER  -[^\n]*$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r"^(?:TI|T1)  - *(.+)$", re.MULTILINE)
_KNOWN_TO_CSL = frozenset(
    [
        "article",
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "bill",
        "book",
        "broadcast",
        "chapter",
        "classic",
        "collection",
        "dataset",
        "document",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
        "event",
        "figure",
        "graphic",
        "hearing",
        "interview",
        "legal_case",
        "legislation",
        "manuscript",
        "map",
        "motion_picture",
        "musical_score",
        "pamphlet",
        "paper-conference",
        "patent",
        "performance",
        "periodical",
        "personal_communication",
        "post",
        "post-weblog",
        "regulation",
        "report",
        "review",
        "review-book",
        "software",
        "song",
        "speech",
        "standard",
        "thesis",
        "treaty",
        "webpage",
    ]
)


@dataclass
class References:
    """What an import of documents did."""

    made: int = 0
    already_there: int = 0
    remarks: list[Sentence] = field(default_factory=list)
    """What was not read, or read with a doubt."""
    written: Written = field(default_factory=Written)


@dataclass(frozen=True)
class _Entry:
    """A document as a reference manager has it."""

    title: str
    kind: str
    is_known: bool
    values: Mapping[str, Any]


def import_references(store: Store, path: Path) -> References:
    """Read the documents of a file; SourceRefused where it is neither RIS nor CSL-JSON, or holds none.

    A document whose title, year and authors are in the file already is not made a second time.
    """
    done = References()
    text = _text_of(path)
    entries = _of_csl(text, path) if path.suffix.lower() == ".json" else _of_ris(text, path, done)
    known = {_likeness(each.title, each.year, each.authors) for each in store.all(Reference)}
    made: list[Reference] = []
    for number, entry in enumerate(entries, 1):
        if not entry.title:
            done.remarks.append(sentence(N_("Document {number} has no title and was left out."), number=number))
            continue
        if not entry.is_known:
            done.remarks.append(
                sentence(
                    N_("“{title}” is of a kind nobody knows ({kind}); it came in as a source."),
                    title=entry.title,
                    kind=entry.kind,
                )
            )
        likeness = _likeness(entry.title, entry.values["year"], entry.values["authors"])
        if likeness in known:
            done.already_there += 1
            done.remarks.append(sentence(N_("“{title}” is there already."), title=entry.title))
            continue
        known.add(likeness)
        values = {"sort": ReferenceKind.SOURCE, "title": entry.title, **entry.values}
        made.append(Reference(id=store.new_id(), **values))
    if not entries and not done.remarks:
        raise _nothing(path)
    done.written += store.save_all(made)
    done.made = len(made)
    return done


def _of_ris(text: str, path: Path, done: References) -> list[_Entry]:
    """Read RIS; of a file that is cut short, the documents that are whole."""
    import rispy
    from rispy.parser import ParseError

    if not _BEGINS.search(text):
        raise _nothing(path)
    whole = _ENTRY.findall(text)
    if len(_BEGINS.findall(text)) > len(_ENDS.findall(text)):
        last = text[list(_BEGINS.finditer(text))[-1].start() :]
        title = _TITLE.search(last)
        done.remarks.append(
            sentence(
                N_(
                    "The file is cut short: “{title}” does not end and was left out. Export the documents again to "
                    "have it."
                ),
                title=title[1].strip() if title else "?",
            )
        )
    found: list[_Entry] = []
    for document in whole:
        try:
            found += [_from_ris(entry) for entry in rispy.loads(document, skip_unknown_tags=True)]
        except (ParseError, ValueError, KeyError, TypeError, IndexError):
            title = _TITLE.search(document)
            done.remarks.append(
                sentence(N_("“{title}” cannot be read and was left out."), title=title[1].strip() if title else "?")
            )
    return found


def _from_ris(entry: Mapping[str, Any]) -> _Entry:
    from rispy.config import TYPE_OF_REFERENCE_MAPPING

    kind = str(entry.get("type_of_reference", ""))
    title = entry.get("title") or entry.get("primary_title") or entry.get("translated_title") or ""
    authors = entry.get("authors") or entry.get("first_authors") or []
    pages = [str(entry.get(name, "")).strip() for name in ("start_page", "end_page")]
    values = _values(
        authors=[str(author) for author in authors],
        year=str(entry.get("year") or entry.get("publication_year") or entry.get("date") or ""),
        publisher=str(entry.get("publisher") or entry.get("journal_name") or entry.get("secondary_title") or ""),
        pages="–".join(filter(None, pages)),
        link=str(next(iter(entry.get("urls") or []), "") or _doi(str(entry.get("doi", "")))),
        language=str(entry.get("language", "")),
    )
    return _Entry(_line(str(title)), kind, kind in TYPE_OF_REFERENCE_MAPPING, values)


def _of_csl(text: str, path: Path) -> list[_Entry]:
    try:
        found = json.loads(text)
    except ValueError as error:
        raise SourceRefused(
            N_("“{name}” is no JSON, or is cut short. Nothing was imported. Export the documents again as CSL-JSON."),
            name=path.name,
        ) from error
    entries = found if isinstance(found, list) else [found]
    if not entries or not all(isinstance(each, dict) for each in entries):
        raise _nothing(path)
    return [_from_csl(each) for each in entries]


def _from_csl(entry: Mapping[str, Any]) -> _Entry:
    people = entry.get("author") if isinstance(entry.get("author"), list) else []
    issued = entry.get("issued") if isinstance(entry.get("issued"), dict) else {}
    kind = str(entry.get("type", ""))
    values = _values(
        authors=[_person(each) for each in people or [] if isinstance(each, dict)],
        year=str(issued.get("date-parts") or issued.get("raw") or issued.get("literal") or "") if issued else "",
        publisher=str(entry.get("publisher") or entry.get("container-title") or ""),
        pages=str(entry.get("page", "")),
        link=str(entry.get("URL") or _doi(str(entry.get("DOI", "")))),
        language=str(entry.get("language", "")),
    )
    return _Entry(_line(str(entry.get("title", ""))), kind, kind in _KNOWN_TO_CSL, values)


def _person(author: Mapping[str, Any]) -> str:
    if author.get("literal"):
        return _line(str(author["literal"]))
    family = " ".join(filter(None, [str(author.get("non-dropping-particle", "")), str(author.get("family", ""))]))
    return ", ".join(filter(None, [_line(family), _line(str(author.get("given", "")))]))


def _values(
    *, authors: Iterable[str], year: str, publisher: str, pages: str, link: str, language: str
) -> dict[str, Any]:
    """Return the fields of a reference; what is no year or no code of a language is left out."""
    found, code = _YEAR.search(year), language.strip()
    return {
        "authors": [author for author in map(_line, authors) if author],
        "year": int(found[0]) if found else None,
        "publisher": _line(publisher),
        "pages": _line(pages),
        "link": _line(link),
        "language": code if LANGUAGE_CODE.fullmatch(code) else "",
    }


def _doi(doi: str) -> str:
    return f"https://doi.org/{doi.strip()}" if doi.strip() else ""


def _line(text: str) -> str:
    return " ".join(text.replace("\0", "").split())


def _likeness(title: str, year: int | None, authors: Iterable[str]) -> tuple[str, int, tuple[str, ...]]:
    """Return what two entries of one document share."""
    letters = "".join(letter for letter in plain(title) if letter.isalnum())
    return letters, year or 0, tuple(sorted(plain(author).partition(",")[0] for author in authors))


def _text_of(path: Path) -> str:
    data = read_whole(path, LARGEST)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise SourceRefused(
            N_("“{name}” is not written in UTF-8. Nothing was imported. Export the documents again as UTF-8."),
            name=path.name,
        ) from error


def _nothing(path: Path) -> SourceRefused:
    return SourceRefused(
        N_(
            "There is no document in “{name}”. Nothing was imported. "
            "Export from the reference manager as RIS or CSL-JSON."
        ),
        name=path.name,
    )
