"""The one table of ticks, and the scheduler that runs them."""
