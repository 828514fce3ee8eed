"""Kits: what a secretariat hands out before a consultation."""

from consultation.kits.kit import KITS_DIR, Kit, kits, read_kit

__all__ = ["KITS_DIR", "Kit", "kits", "read_kit"]
