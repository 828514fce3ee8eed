"""The errors a person can expect, each a sentence they can act on. Anything else that is raised is a bug.

    ConsultationError
    ├── FileRefused              the file is not one we may or can read
    │   ├── NotAConsultation     another program's file, a folder, a picture, ...
    │   ├── NewerFile            written by a newer version of this program
    │   ├── DamagedFile          truncated, altered or not written by this program
    │   └── FileUnreachable      missing, no permission, stick removed
    ├── NotSaved                 the disk is full, the file is locked or read-only
    ├── NotFound                 no such record, session, kit or term
    ├── InvalidRecord            a record that cannot be stored as it is
    ├── OtherConsultation        a file of another consultation, merged without asking for it
    ├── Altered                  a revision is not what its id says; reported as DamagedFile with the file's name
    ├── SourceRefused            a file to import or merge that cannot be taken, with its name
    ├── KitRefused               a kit with something missing
    ├── GlossaryRefused          a glossary with something wrong in it
    ├── ModelRefused             a sentence model that cannot be used
    ├── ExportRefused            a document that cannot be written where or how it was asked for
    ├── EditionRefused           an edition that cannot be frozen, told from another, or read
    ├── WrongUsage               a command called with words that make no sense (exit code 2)
    └── Cancelled                the person stopped it

A sentence is kept as a message of the catalogues with its values, and put into words only when shown: the
core does not know the language of the window.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable


@runtime_checkable
class Spoken(Protocol):
    """A value that is put into words only with the sentence it stands in."""

    def in_words(self, translate: Callable[[str], str]) -> str:
        """Put it into the language of ``translate``."""


@dataclass(frozen=True)
class Sentence:
    """A message of the catalogues with the values that go into it."""

    message: str
    values: tuple[tuple[str, object], ...] = ()

    def in_words(self, translate: Callable[[str], str]) -> str:
        """Put the sentence into the language of ``translate`` (a gettext-like function)."""
        values = {
            name: value.in_words(translate) if isinstance(value, Spoken) else value for name, value in self.values
        }
        return translate(self.message).format(**values)

    def __str__(self) -> str:
        return self.in_words(lambda message: message)


def sentence(message: str, **values: object) -> Sentence:
    """Build a `Sentence`; mark ``message`` with ``N_`` where it is written so that it reaches the catalogues."""
    return Sentence(message, tuple(values.items()))


class ConsultationError(Exception):
    """An expected error: ``sentence`` says what happened, that nothing was lost, and what to do."""

    def __init__(self, message: str | Sentence, **values: object) -> None:
        self.sentence = message if isinstance(message, Sentence) else sentence(message, **values)
        super().__init__(str(self.sentence))


class FileRefused(ConsultationError):
    """The file is not one this program may or can read."""


class NotAConsultation(FileRefused):
    """The file is something else: another program's database, a folder, a picture."""


class NewerFile(FileRefused):
    """The file was written by a newer version of this program."""


class DamagedFile(FileRefused):
    """The file is truncated, altered, or was not written by this program."""


class FileUnreachable(FileRefused):
    """The file is missing or may not be read."""


class NotSaved(ConsultationError):
    """The disk is full, or the file is locked or read-only; what was there before is still there."""


class NotFound(ConsultationError):
    """There is no such record, session, term or kit."""


class InvalidRecord(ConsultationError):
    """A record that cannot be stored as it is."""


class OtherConsultation(ConsultationError):
    """A file of another consultation was to be merged without being asked for."""


class Altered(ConsultationError):
    """A revision is not what its id says. `store.wording.in_words` makes it a DamagedFile that names the file."""


class SourceRefused(ConsultationError):
    """A file to import or merge that cannot be taken."""


class KitRefused(ConsultationError):
    """A kit with something missing or wrong."""


class GlossaryRefused(ConsultationError):
    """A glossary that cannot be read, or with something wrong in it."""


class ModelRefused(ConsultationError):
    """A sentence model that is not there, is none that can be read, or does not work on this machine."""


class ExportRefused(ConsultationError):
    """A document that cannot be written where or how it was asked for."""


class EditionRefused(ConsultationError):
    """An edition that cannot be frozen, told from another, or read."""


class WrongUsage(ConsultationError):
    """A command called with words that make no sense."""


class Cancelled(ConsultationError):
    """The person stopped the work; nothing of it was kept."""
