"""Saying a measurement as a ratio to its floor."""

from __future__ import annotations


def show(what: str, measured: float, floor: float, limit: float) -> bool:
    """Print ``measured`` against ``floor``; answer whether the ratio is within ``limit``."""
    ratio = measured / floor
    good = ratio <= limit
    print(
        f"{what:<46} {measured:9.3f} / {floor:9.3f} = {ratio:5.2f}   limit {limit:.2f}   {'ok' if good else 'TOO MUCH'}"
    )
    return good
