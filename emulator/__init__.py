"""A local stand-in for Microsoft Teams: it knows the Activity protocol and nothing of any bot."""
