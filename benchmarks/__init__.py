"""Measurements against references taken in the same run; `./dev bench NAME` runs one."""
