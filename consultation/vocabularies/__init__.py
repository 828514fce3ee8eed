"""Keeping the words to choose from: adding, ordering, retiring and joining terms, and taking tables of them in."""
