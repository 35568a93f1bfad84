"""The speed of the sync server. `run.py` is the order of things; `table.py` what is printed."""
