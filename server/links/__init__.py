"""Ways in for somebody without an account: the client who confirms, the vendor who answers (domain.md T6, T9).

What they do are operations by an actor of kind `link`, through the same door as everything else.
"""
