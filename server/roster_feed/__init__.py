"""A person's shifts for their calendar program (S5), at an address that only they know."""
