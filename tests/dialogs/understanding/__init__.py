"""The understanding of sentences, tested."""
