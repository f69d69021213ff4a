"""Looking up what each view shows, through one transaction; a reader who may not see it gets nothing."""
