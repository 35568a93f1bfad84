"""The sync engine. Read docs/protocol.md first: the files here are its steps.

checked (shape) -> batch (numbers, locks) -> attempt (rights, causes) -> merging (fields) -> operations (effects)
-> feed (rows and sequences) -> ledger (the books) ; pull is the way back.
"""
