"""Every sentence a person can read, in Swedish and English; numbers, dates and lists as each language writes them."""
