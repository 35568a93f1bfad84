"""Tables of assets on their way in: read, judged, shown; applied whole or not at all; taken back whole.

file ─ opened ─ cells ─ table (head row, lines) ─ kept ─ judged ─ preview ─ apply_import ─ job ─ one transaction
"""
