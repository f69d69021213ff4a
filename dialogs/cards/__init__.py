"""Cards: pure functions from what they show to an Adaptive Card 1.5 and a text that says the same."""
