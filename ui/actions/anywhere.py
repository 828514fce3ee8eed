"""What can be done anywhere in the window: with the file, what was done, the places, how it looks, help."""

from __future__ import annotations

from consultation.language import N_
from ui.actions.action import Action, Scope

# The file

NEW = Action("new", N_("New consultation from a kit"), Scope.WINDOW, ("Ctrl+N",), N_("&New from a kit…"), "file-plus")
NEW_WITHOUT_KIT = Action(
    "new-without-kit", N_("New consultation without a kit"), short=N_("New &without a kit…"), icon="file-plus"
)
OPEN = Action("open", N_("Open a file"), Scope.WINDOW, ("Ctrl+O",), N_("&Open…"), "folder-open")
COPY = Action("copy", N_("Send a copy"), Scope.WINDOW, ("Ctrl+Shift+S",), N_("Send a &copy…"), "copy", True)
CLOSE = Action("close", N_("Close the file"), Scope.WINDOW, ("Ctrl+W",), N_("&Close file"), needs_file=True)
QUIT = Action("quit", N_("Quit the program"), Scope.WINDOW, ("Ctrl+Q",), N_("&Quit"))
GO_ON = Action("go-on", N_("Go on with the file that was open last"), Scope.RECENT, ("Return",), N_("Go on"))
FORGET_FILE = Action("forget-file", N_("Take the file off the list of recent files"), Scope.RECENT, ("Del",))

# What was done

UNDO = Action("undo", N_("Undo"), Scope.WINDOW, ("Ctrl+Z",), N_("&Undo"), "undo-2", True)
REDO = Action("redo", N_("Redo"), Scope.WINDOW, ("Ctrl+Shift+Z",), N_("&Redo"), needs_file=True)
FIND = Action("find", N_("Find words in this place"), Scope.WINDOW, ("Ctrl+F",), N_("&Find"), "search", True)

PALETTE = Action(
    "palette",
    N_("Find anything: what can be done, sessions, people, recommendations"),
    Scope.WINDOW,
    ("Ctrl+K",),
    N_("Find anything"),
    "search",
)
TAKE_FOUND = Action("take-found", N_("Do what was found"), Scope.PALETTE, ("Return",))
LEAVE_PALETTE = Action(
    "leave-palette", N_("From what was found back to where the keyboard was"), Scope.PALETTE, ("Esc",)
)

# The places

GO_PREPARE = Action(
    "go-prepare", N_("Go to preparing"), Scope.WINDOW, ("Ctrl+1",), N_("Prepare"), "clipboard-list", True
)
GO_SESSION = Action(
    "go-session", N_("Go to the session"), Scope.WINDOW, ("Ctrl+2",), N_("Session"), "messages-square", True
)
GO_MERGE = Action("go-merge", N_("Go to merging"), Scope.WINDOW, ("Ctrl+3",), N_("Merge"), "git-merge", True)
GO_DECLARATION = Action(
    "go-declaration", N_("Go to the declaration"), Scope.WINDOW, ("Ctrl+4",), N_("Declaration"), "scroll-text", True
)
MESSAGES = Action("messages", N_("Messages so far"), Scope.WINDOW, ("Ctrl+Shift+M",), N_("&Messages so far"), "bell")

# How the window looks

LIKE_SYSTEM = Action("colours-of-system", N_("Colours as the system has them"), short=N_("As the system has them"))
LIGHT = Action("colours-light", N_("Light colours"), short=N_("Light"))
DARK = Action("colours-dark", N_("Dark colours"), short=N_("Dark"))
LARGER = Action("larger", N_("Larger text"), Scope.WINDOW, ("Ctrl++", "Ctrl+="), N_("&Larger text"))
SMALLER = Action("smaller", N_("Smaller text"), Scope.WINDOW, ("Ctrl+-",), N_("&Smaller text"))
USUAL_SIZE = Action("usual-size", N_("Usual text size"), Scope.WINDOW, ("Ctrl+0",), N_("&Usual text size"))

# Help

KEYS = Action("keys", N_("All keys on one page"), Scope.WINDOW, ("F1",), N_("&Keyboard shortcuts"))
ABOUT = Action("about", N_("About this program"), short=N_("&About this program"), icon="info")

# The history of one record

RESTORE = Action("restore-state", N_("Restore this state"), Scope.HISTORY, ("Return",), icon="undo-2")
LEAVE_HISTORY = Action("leave-history", N_("Back to where you were"), Scope.HISTORY, ("Esc",), N_("Back"))
