"""English: its words, its grammar over the parse, and its packaged model."""
