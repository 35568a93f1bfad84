"""How the C library of the processes that answer keeps memory.

By itself it gives nearly every thread an arena of its own, which keeps what was freed in it: some 7 MB a process, and
growing until each has seen its largest batch. Threads that share Python's one lock hardly wait for two.
"""

FEW_ARENAS = {"MALLOC_ARENA_MAX": "2"}
