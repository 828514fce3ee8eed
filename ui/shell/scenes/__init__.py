"""What the gallery draws: for each place, and for the window itself, a function that sets a scene on a `Stage`."""

from ui.shell.scenes import (
    declaration,
    declaration_around,
    history,
    merge,
    popups,
    prepare_aims,
    prepare_consultation,
    prepare_hand_out,
    prepare_open_space,
    prepare_people,
    prepare_programme,
    prepare_tables,
    prepare_words,
    priorities,
    session,
    start,
    window,
)
from ui.shell.stage import Scene

SCENES: dict[str, Scene] = {
    **window.SCENES,
    **popups.SCENES,
    **start.SCENES,
    **prepare_hand_out.SCENES,
    **prepare_people.SCENES,
    **prepare_programme.SCENES,
    **prepare_open_space.SCENES,
    **prepare_tables.SCENES,
    **session.SCENES,
    **merge.SCENES,
    **priorities.SCENES,
    **declaration.SCENES,
    **declaration_around.SCENES,
    **history.SCENES,
    **prepare_words.SCENES,
    **prepare_consultation.SCENES,
    **prepare_aims.SCENES,
}

__all__ = ["SCENES"]
