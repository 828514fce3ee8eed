"""What SQLite is asked meanwhile, and how much it does for it: counted, not timed."""

from __future__ import annotations

from consultation.store import Store

STEPS = 10
"""Instructions of SQLite between two counts."""


class Asked:
    """The statements that an open file was given, and the instructions of SQLite that they took."""

    def __init__(self, store: Store) -> None:
        self.statements: list[str] = []
        self.steps = 0
        self._connection = store._engine.connection

    def __enter__(self) -> Asked:
        self._connection.set_trace_callback(self._on_statement)
        self._connection.set_progress_handler(self._on_steps, STEPS)
        return self

    def __exit__(self, *exc: object) -> None:
        self._connection.set_trace_callback(None)
        self._connection.set_progress_handler(None, 0)

    def _on_statement(self, statement: str) -> None:
        if not statement.startswith("--"):  # what the index of words asks of itself
            self.statements.append(statement)

    def _on_steps(self) -> int:
        self.steps += STEPS
        return 0
