"""The chain per project: link (a job adds what is new), verify (the operator asks), anchors (heads, kept elsewhere)."""
