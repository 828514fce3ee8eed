"""What is left of a damaged file: every revision in it that verifies, and what is known of those that do not.

The file is copied to a private folder and never opened where it lies. Where SQLite can still read the table of
revisions it is asked; where it cannot, the pages are read by hand. A row counts when its hashes hold, however it was
found, so nothing can be invented. The indexes of the table, which stand on pages of their own, say which rows there
should be.
"""

from consultation.store.remains.found import Lost, Projection, Remains
from consultation.store.remains.reading import read_remains

__all__ = ["Lost", "Projection", "Remains", "read_remains"]
