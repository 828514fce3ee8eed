"""A consultation file made from the kit of the forum."""

from __future__ import annotations

from pathlib import Path

from consultation.kits import read_kit
from consultation.preparing import new_consultation
from consultation.store import Identity

KIT = "forum-intermediary-cities-2021"


def make_file(path: Path, identity: Identity, kit: str = KIT) -> Path:
    """Make a consultation file from a kit."""
    new_consultation(path, read_kit(kit), identity).close()
    return path
