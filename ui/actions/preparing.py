"""What can be done in the place where a consultation is prepared, view by view."""

from __future__ import annotations

from consultation.language import N_
from ui.actions.action import Action, Scope

NEXT_VIEW = Action("next-view", N_("The next view of preparing"), Scope.PREPARE, ("Ctrl+PgDown",))
VIEW_BEFORE = Action("view-before", N_("The view of preparing before this one"), Scope.PREPARE, ("Ctrl+PgUp",))

# The consultation

# Words

# People and organisations

# The programme

# Open space

# Aims

# Handing out
