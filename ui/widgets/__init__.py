"""The small parts the pages are made of. None of them knows the store."""
