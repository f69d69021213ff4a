"""Flows about what has been ordered, what recurs and the catalogue."""

from tests.dialogs.towns import Flow

REQUESTS: dict[str, Flow] = {}
