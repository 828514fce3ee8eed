"""The window. One folder for each place in it; views show and ask, `Workspace` writes."""

PROGRAM = "Consultation"
"""The name of the program, the same in every language."""
