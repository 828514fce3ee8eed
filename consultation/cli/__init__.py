"""The commands: everything that can be done to a file without a person's judgement.

Answers go to stdout, as words or (``--json``) as JSON; whatever is said on the way goes to stderr. Exit codes:
0 done, 1 refused or not found (a sentence says why, and nothing was changed), 2 wrong usage.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from consultation.cli.answer import Answer
from consultation.cli.parser import make_parser
from consultation.errors import ConsultationError, OtherConsultation, WrongUsage
from consultation.language import system_language, translator


def run(arguments: Sequence[str], open_window: Callable[[Path], int]) -> int:
    """Run one command; return its exit code. ``open_window`` opens a file in the window, which we do not know."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    t = translator(system_language())
    asked = make_parser(t).parse_args(arguments)
    asked.open_window = open_window
    try:
        answer: Answer = asked.carry_out(asked, t)
    except ConsultationError as error:
        print(t.error(error), file=sys.stderr)
        if isinstance(error, OtherConsultation):
            print(t("With --other-consultation it is taken in."), file=sys.stderr)
        return 2 if isinstance(error, WrongUsage) else 1
    except KeyboardInterrupt:
        print(t("Stopped. Nothing was changed."), file=sys.stderr)
        return 1
    for remark in answer.remarks:
        print(remark, file=sys.stderr)
    try:
        print(json.dumps(answer.data, ensure_ascii=False, indent=1) if asked.json else "\n".join(answer.lines))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever was reading has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return answer.code
