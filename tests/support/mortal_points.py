"""Moments of dying that are no place in the code."""

AFTER_ANSWER = "after answer"  # the last byte has left
