"""The commands: everything that can be done to a file without a person's judgement.

Replies go to stdout, as words or (``--json``) as JSON; whatever is said on the way goes to stderr. Exit codes:
0 done, 1 refused or not found (a sentence says why, and nothing was changed), 2 wrong usage.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from consultation.cli import terminal
from consultation.cli.parser import make_parser
from consultation.cli.reply import Reply
from consultation.errors import ConsultationError, WrongUsage
from consultation.language import system_language, translator


def run(arguments: Sequence[str], open_window: Callable[[Path], int]) -> int:
    """Run one command; return its exit code. ``open_window`` opens a file in the window, which we do not know."""
    terminal.make_ready()
    t = translator(system_language())
    asked = make_parser(t).parse_args(arguments)
    asked.open_window = open_window
    asked.remarks = []
    try:
        reply: Reply = asked.carry_out(asked, t)
    except ConsultationError as error:
        terminal.remark(t.error(error))
        return 2 if isinstance(error, WrongUsage) else 1
    except KeyboardInterrupt:
        terminal.remark(t("Stopped. What was saved before is still there, and nothing is half done."))
        return 1
    for remark in (*(remark.in_words(t) for remark in asked.remarks), *reply.remarks):
        terminal.remark(remark)
    if not reply.data and not reply.lines:
        return reply.code
    if asked.json:
        terminal.say_json(reply.data)
    else:
        terminal.say(reply.lines)
    return reply.code
