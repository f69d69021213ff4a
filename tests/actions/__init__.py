"""The actions, tested on a real SQLite store with the example pilot."""
