"""What is known of languages. `tables` is the one door to word lists; each language is a folder."""
