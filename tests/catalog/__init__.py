"""What can be ordered, tested on the example pilot."""
