"""Flows around the orders."""

from tests.dialogs.towns import Flow

AROUND: dict[str, Flow] = {}
