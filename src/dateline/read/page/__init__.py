"""A saved page: its passages in order, its body, and what it says of itself."""
