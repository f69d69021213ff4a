"""A local stand-in for Teams: the connector API and a page with several people's chats side by side."""
