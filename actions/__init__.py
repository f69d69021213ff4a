"""What a person or a job does: one function is one transaction; what it needs of the world stands as Protocols."""
