"""What the consultation is: its title, who holds it, when and where, and what every document must say."""

from __future__ import annotations

from consultation.model import Consultation, Organisation
from ui.prepare.view import View


class ConsultationPage(View):
    """What the consultation is: its title, who holds it, when and where, and what every document must say."""

    kinds = (Consultation, Organisation)
