"""What makes a rescue file its author's: sealed with a key that the server gave to that phone and nobody else.

The key is derived, not stored, so that it outlives a restore. It proves where a file comes from; what the author may
do is judged by today's rights, as in a push.
"""

import hashlib
import hmac

from server.sync.receipts import derived_key


def rescue_key(device_id: str, person_id: str) -> bytes:
    """The key of one person on one device, told with the session."""
    return derived_key(f"rescue\n{device_id}\n{person_id}")


def is_sealed(manifest: bytes, seal: bytes, *, device_id: str, person_id: str) -> bool:
    """Whether this very manifest was written on that phone: `seal` is its HMAC-SHA-256 in hex digits."""
    wanted = hmac.digest(rescue_key(device_id, person_id), manifest, hashlib.sha256).hex().encode()
    return hmac.compare_digest(wanted, seal.strip())
