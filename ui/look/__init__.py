"""How the window looks: colours, text sizes, the one style sheet, and icons."""
