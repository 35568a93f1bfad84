"""What was asked for on the command line cannot be done; the text is for the operator."""


class Refused(Exception):
    pass
