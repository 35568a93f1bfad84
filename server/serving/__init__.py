"""`roundsman serve`: a supervisor, gunicorn and a worker as its children, and what a phone needs to trust them."""
