"""What only SQLite has: its header, its journals, PRAGMA, FTS5, VACUUM. Nothing else in the program knows these."""
