"""What an action is, and where in the window its keys work."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Scope(Enum):
    """Where the keys of an action work: a part of the window, and everything inside it."""

    WINDOW = "window"
    PALETTE = "finding anything"
    RECENT = "recent files"
    ROOM = "room"
    LINE = "entry line"
    STREAM = "what has been said"
    COUNTING = "counting hands"
    SEARCH = "search"
    PEOPLE = "people"
    NAME = "name of a person"
    AGENDA = "agenda"
    DETAILS = "details"
    MERGE = "merge"
    FILES = "files"
    SALVAGE = "what can be saved"
    DECISIONS = "decisions"
    QUEUE = "part of the queue"
    CARDS = "cards side by side"
    DECIDED = "decided"
    MERGES = "merges"
    PRIORITIES = "priorities"
    MISSING = "who is missing"
    WORDING = "another wording"
    DECLARATION = "declaration"
    TEXT = "text of the declaration"
    CLAUSE = "wording of a clause"
    SOURCES = "sources of a clause"
    UNUSED = "what is not in the text"
    TWO = "two languages"
    TRANSLATING = "translating in its place"
    FINDING = "finding in the declaration"
    HISTORY = "history"
    PREPARE = "prepare"
    CONSULTATION = "the consultation"
    ORDERED = "languages in their order"
    PARTS = "organisations in their order"
    VOCABULARIES = "words of the consultation"
    PEOPLE_TABLE = "people and organisations"
    PEOPLE_ROWS = "table of people"
    PERSON_FORM = "form of a person"
    PEOPLE_PAIRS = "two who may be one person"
    TABLE_IN = "table that is taken in"
    PROGRAMME = "programme"
    TIMETABLE = "timetable"
    PROGRAMME_ROWS = "rows in a form of the programme"
    OPEN_SPACE = "open space"
    AIMS = "aims"
    AIM_ROWS = "rows of the aims"
    HAND_OUT = "handing out"


@dataclass(frozen=True)
class Action:
    """Something a person can do."""

    name: str
    words: str
    """What it does, marked for translation: the page of keys and tool tips say it."""
    scope: Scope = Scope.WINDOW
    keys: tuple[str, ...] = ()
    """As Qt writes them; the first is the one that is shown."""
    short: str = ""
    """The words on a menu or a button, where those are others."""
    icon: str = ""
    needs_file: bool = False
    """It can be done only while a file is open."""

    @property
    def label(self) -> str:
        """The words on a menu or a button, to be translated."""
        return self.short or self.words
