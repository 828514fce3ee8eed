"""What the consultation is: its title, who holds it, when and where, and what every document must say."""

from ui.prepare.consultation.page import ConsultationPage

__all__ = ["ConsultationPage"]
