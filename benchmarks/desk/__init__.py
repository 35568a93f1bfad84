"""`./dev bench desk`: what its pages cost with 100,000 assets and 1,000,000 answers, and how that grows."""
