"""The masthead: outlet, title, authors, place, credits, published and updated, each with the words it was read from."""
