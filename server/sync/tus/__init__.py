"""tus 1.0.0: bytes arrive in pieces, over connections that break (docs/photos.md).

create ──► take (newest request wins) ──► body ──► append: part, offset by compare-and-set ──► finish: hash, blob, job
"""
