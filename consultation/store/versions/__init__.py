"""The versions of the file: what each one's tables were, and what its names are called now."""

from consultation.store.versions.names import Naming, naming
from consultation.store.versions.number import Version

__all__ = ["Naming", "Version", "naming"]
