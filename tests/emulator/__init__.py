"""The stand-in for Teams, over real HTTP with a small scripted bot behind it."""
