"""The scheduled part, tested without a clock: the moment is handed in."""
