"""Rescue files: everything that a phone could not send, in one file that anybody may carry to the server.

A phone writes it (pwa/src/sync/rescueFile.ts); a colleague's phone or a desk hands it in (server/api/rescue.py). It is
taken in under its author's name and rights, as if the phone had sent it itself: handing it in twice, or the phone
coming back with the same work later, changes nothing.
"""
