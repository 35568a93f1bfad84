"""How people come to an installation without the command line: the link of an empty server, and invitations.

Both links carry 256 random bits, of which we keep only the hash; what is done by them are operations like all else.
"""
