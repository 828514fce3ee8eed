"""What a consultation is and does: prepare, record, merge, draft, publish, follow up. No Qt in here."""

__version__ = "0.1.0"
