"""Keeping the words to choose from: adding, ordering, retiring and joining terms."""
