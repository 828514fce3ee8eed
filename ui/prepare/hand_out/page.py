"""What still lacks before the file is handed out, and to whom it goes."""

from __future__ import annotations

from consultation.model import Consultation, Delivery, Person, Session, Term
from ui.prepare.view import View


class HandOutPage(View):
    """What still lacks before the file is handed out, and to whom it goes."""

    kinds = (Consultation, Session, Person, Term, Delivery)
