"""What can be ordered: services, agreements, boundary list; loading, checking, searching, pricing."""
