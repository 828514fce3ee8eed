"""What the records say together, as plain values: nothing here writes, and nothing knows the window."""
