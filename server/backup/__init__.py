"""Backups: a folder of completed copies of the database, beside the photos that all of them share.

    FOLDER/
      blobs/ab/abcd…            each photo once, by the SHA-256 of its bytes
      2026-11-22T15-04-05Z/     one completed backup: manifest.json, the database, the data folder's small files
      .unfinished-…             one that is being written, or whose process died; never taken for a backup

take (copy, verify, name) -> durable (phones may forget) ; give_back is the way home.
"""
