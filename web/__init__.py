"""Dashboard tab, HTTP API, calendar feed, reports and exports."""
