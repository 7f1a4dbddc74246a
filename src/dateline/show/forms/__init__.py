"""An account in the forms of other programs, a file each."""
