"""Conversations, tested."""
