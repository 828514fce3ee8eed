"""Icons: those that are shipped are those that are shown."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_icon_that_is_shipped_is_named_somewhere_in_the_window() -> None:
    written = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "ui").rglob("*.py")))
    shipped = {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")}
    assert sorted(name for name in shipped if f'"{name}"' not in written) == []
    assert len(shipped) > 40
