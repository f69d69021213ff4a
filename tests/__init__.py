"""Tests, one folder for each package, and the story as a whole in e2e and soak."""
