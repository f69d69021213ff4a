"""What the ports promise, held by SQLite and by a real PostgreSQL."""
