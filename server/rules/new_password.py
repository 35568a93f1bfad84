"""Whether a password that somebody chooses will do (security.md T11, ASVS 6.2): length first, no strange recipes."""

from typing import Final, Literal

SHORTEST: Final = 10
LONGEST: Final = 200
FEWEST_SIGNS: Final = 5  # different ones: neither 1111111111 nor 1212121212

# What is tried first of passwords of ten signs and more.
_TRIED_FIRST: Final = frozenset(
    "1234567890 0123456789 0987654321 12345678910 1234567891 123456789a a123456789 qwertyuiop 1q2w3e4r5t 1qaz2wsx3edc "
    "password12 password123 passw0rd123 password1234 administrator admin12345 admin123456 adminadmin woaini1314520 "
    "iloveyou12 iloveyou123 zxcvbnm123 asdfghjkl1 qwerty12345 qwerty123456 abc1234567 abcd123456 aa123456789 "
    "roundsman1 roundsman123 xunjiantong xunjian123 roundsman-demo changeme123 welcome123 letmein1234".split()
)

Problem = Literal["too_short", "too_long", "too_easy", "like_the_name"]


def password_problem(password: str, name: str) -> Problem | None:
    """The first thing that is wrong with it; `name` is the sign-in name in its canonical form."""
    if len(password) < SHORTEST:
        return "too_short"
    if len(password) > LONGEST:
        return "too_long"
    folded = password.casefold()
    if folded in _TRIED_FIRST or len(set(folded)) < FEWEST_SIGNS:
        return "too_easy"
    return "like_the_name" if len(name) > 3 and name in folded and len(folded) - len(name) < 6 else None
