"""What the desk reads: who is proposed, the board, the figures. Only questions, each cheap by an index."""
