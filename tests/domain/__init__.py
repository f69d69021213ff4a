"""The rules, tested by examples worked out by hand and by properties."""
