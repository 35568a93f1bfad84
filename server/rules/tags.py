"""Tag codes: how one is made, printed, typed, and what a scanner's text is.

A printed tag is `<origin>/t/<code>#<check>`. The code is 7 characters without look-alikes, the last
one a check character over arithmetic modulo 31 with the weights 1 to 6. 31 is prime, so every single wrong
character and every swap of two is caught; modulo 30, the alphabet's own size, would let one wrong
character in sixteen through. The one code in 31 whose check would be the missing 31st character
is never issued.
"""

import base64
import re
from collections.abc import Callable, Sequence
from typing import Final, Literal, TypedDict

from server.rules.blank import SPACE_CLASS, trimmed
from server.rules.documents import Fields

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH: Final = 7
CHECK_BYTES: Final = 10
MAX_TAG_TEXT: Final = 300

CodeProblem = Literal["empty", "look_alike", "foreign_character", "length", "check_character"]
TagVerdict = Literal["ours", "revoked", "forged", "unknown", "foreign"]

_BODY_LENGTH: Final = CODE_LENGTH - 1
_PRIME: Final = 31
_LOOK_ALIKES: Final = "01ILOU"
_TAG_TEXT = re.compile(r"""(https?://[!-"$->@-~]+?)/t/([0-9A-Za-z]{3}-?[0-9A-Za-z]{4})#([A-Za-z2-7]{16})""")
_DROPPED = re.compile(f"[{SPACE_CLASS}\\-‐-―−－_·.]")


class TypedCode(TypedDict):
    """A typed code read: `code` when it is one, else what is wrong and with which characters."""

    code: str | None
    problem: CodeProblem | None
    characters: str


class ScannedTag(TypedDict):
    """Text that has the shape of a tag of some Roundsman, ours or not."""

    origin: str
    code: str
    check: str


def check_character(body: str) -> str | None:
    """The seventh character for six; None where the sum has no character, or the body is not of the alphabet."""
    if len(body) != _BODY_LENGTH or any(character not in ALPHABET for character in body):
        return None
    total = sum(weight * ALPHABET.index(character) for weight, character in enumerate(body, start=1)) % _PRIME
    return ALPHABET[total] if total < len(ALPHABET) else None


def is_code(code: str) -> bool:
    return len(code) == CODE_LENGTH and check_character(code[:_BODY_LENGTH]) == code[_BODY_LENGTH]


def make_code(random_below: Callable[[int], int]) -> str:
    """Draw a new code; `random_below(n)` gives 0…n-1 (secrets.randbelow)."""
    while True:
        body = "".join(ALPHABET[random_below(len(ALPHABET))] for _ in range(_BODY_LENGTH))
        last = check_character(body)
        if last is not None:
            return body + last


def make_check(random_bytes: bytes) -> str:
    """Sixteen base32 characters of ten random bytes: what makes a printed tag hard to forge."""
    if len(random_bytes) != CHECK_BYTES:
        raise ValueError(f"a check is made of {CHECK_BYTES} bytes")
    return base64.b32encode(random_bytes).decode("ascii")


def format_code(code: str) -> str:
    """As printed and read aloud: 7K3-M2QA."""
    return f"{code[:3]}-{code[3:]}"


def tag_text(origin: str, code: str, check: str) -> str:
    """What the QR of a label holds."""
    return f"{origin.rstrip('/')}/t/{code}#{check}"


def read_typed_code(typed: str) -> TypedCode:
    """Read a code typed by hand: case, spaces, dashes and full-width forms are forgiven, look-alikes are named."""
    text = _DROPPED.sub("", "".join(map(_half_width, typed))).upper()
    if not text:
        return {"code": None, "problem": "empty", "characters": ""}
    look_alikes = _kinds(text, lambda character: character in _LOOK_ALIKES)
    if look_alikes:
        return {"code": None, "problem": "look_alike", "characters": look_alikes}
    strangers = _kinds(text, lambda character: character not in ALPHABET)
    if strangers:
        return {"code": None, "problem": "foreign_character", "characters": strangers}
    if len(text) != CODE_LENGTH:
        return {"code": None, "problem": "length", "characters": ""}
    if not is_code(text):
        return {"code": None, "problem": "check_character", "characters": ""}
    return {"code": text, "problem": None, "characters": ""}


def read_scanned(raw: str) -> ScannedTag | None:
    """The tag in a scanner's text, of whatever host; None is foreign: shown, never opened."""
    text = trimmed(raw)
    match = _TAG_TEXT.fullmatch(text) if len(text) <= MAX_TAG_TEXT else None
    if match is None:
        return None
    code = match[2].replace("-", "").upper()
    return {"origin": _origin(match[1]), "code": code, "check": match[3].upper()} if is_code(code) else None


def judge_tag(scanned: ScannedTag | None, tag: Fields | None, origins: Sequence[str]) -> TagVerdict:
    """What a scanned text is, given the tag row of its code (if any) and the origins that we have printed."""
    if scanned is None:
        return "foreign"
    if tag is None:
        return "unknown" if scanned["origin"] in {_origin(origin) for origin in origins} else "foreign"
    if tag["check"].upper() != scanned["check"]:
        return "forged"
    return "ours" if tag["revoked_at"] is None else "revoked"


def _origin(text: str) -> str:
    return text.rstrip("/").lower()


def _half_width(character: str) -> str:
    return chr(ord(character) - 0xFEE0) if "！" <= character <= "～" else character


def _kinds(text: str, wanted: Callable[[str], bool]) -> str:
    return "".join(dict.fromkeys(filter(wanted, text)))
