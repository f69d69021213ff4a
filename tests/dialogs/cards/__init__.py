"""Tests of the cards: schema, words, size, what hostile words do to them, and how the main ones stand stored."""
