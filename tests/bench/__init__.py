"""The figures of the design, each as a ratio in one run on one machine: `python -m tests.bench`."""
