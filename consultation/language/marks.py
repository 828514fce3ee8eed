"""Marks for the catalogues, where a message is written but not yet put into words."""

from __future__ import annotations


def N_(message: str) -> str:
    """Mark a message for the catalogues where it is written but not yet put into words."""
    return message


def NP_(singular: str, many: str) -> tuple[str, str]:
    """Mark a message with its plural for the catalogues where it is written but not yet put into words."""
    return singular, many


def NC_(context: str, message: str) -> tuple[str, str]:
    """Mark a word that needs its ``context`` to be understood ("Open", of a commitment) where it is written."""
    return context, message
