"""A link's token and its one-time code, derived from a key outside the database: a copy of it opens no link.

Being derived they can be told again to who made the link, also after a restore. The database keeps the token's hash.
"""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from typing import Final

from server.sync.receipts import derived_key

CODE_DIGITS: Final = 6


def token_of(link_id: str) -> str:
    """256 bits in 43 characters that an address may hold."""
    return urlsafe_b64encode(derived_key(f"link\n{link_id}")).rstrip(b"=").decode()


def token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def code_of(link_id: str) -> str:
    """Six digits that travel another way than the link: by phone, on paper."""
    number = int.from_bytes(derived_key(f"link code\n{link_id}")[:8])
    return f"{number % 10**CODE_DIGITS:0{CODE_DIGITS}d}"


def is_code(link_id: str, typed: str) -> bool:
    """Blanks and full-width digits are how people type."""
    digits = "".join(str(int(sign)) for sign in typed if sign.isdecimal())
    return hmac.compare_digest(code_of(link_id), digits)
