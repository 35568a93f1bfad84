"""What the command line does, one file a command; `server.cli` only takes the words apart."""
