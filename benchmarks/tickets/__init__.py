"""`./dev bench tickets`: what the clock job and the board cost, and how that grows with the number of open tickets."""
