"""Kits: what a secretariat hands out before a consultation."""

from consultation.kits.kit import ENDING, KITS_DIR, Kit, kits, read_kit

__all__ = ["ENDING", "KITS_DIR", "Kit", "kits", "read_kit"]
