"""What `./dev` does. Standard library only at the top of each module: the packages may not be installed yet."""
