"""The bot in a terminal: the same turns, with a screen and a keyboard where Teams would be."""
