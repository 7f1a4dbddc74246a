"""A label for every stretch of a text: what is furniture, what an outlet repeats, what a machine left behind."""
