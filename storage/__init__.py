"""Tables, repositories, unit of work and migrations; SQLite embedded, PostgreSQL for many replicas."""
