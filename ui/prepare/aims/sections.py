"""The sections of the aims, in the order in which they stand at the side."""

from __future__ import annotations

from ui.prepare.aims.activities import Activities
from ui.prepare.aims.calendar import Calendar
from ui.prepare.aims.documents import Documents
from ui.prepare.aims.inherited import Inherited
from ui.prepare.aims.objectives import Objectives
from ui.prepare.aims.section import Section

SECTIONS: tuple[type[Section], ...] = (Objectives, Documents, Inherited, Activities, Calendar)
