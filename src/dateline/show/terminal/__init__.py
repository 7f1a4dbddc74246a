"""An account for people in a terminal."""
