"""The Teams edge on botbuilder-core: HTTP, authentication, turns, rendering, proactive sending; wiring and CLI."""
