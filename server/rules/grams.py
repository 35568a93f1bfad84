"""Text cut into pairs of characters, so that an index finds two characters of Chinese as well as half a serial number.

A token is the UTF-8 of a pair in hexadecimal: any database's plain index keeps it, whatever it thinks of the script.
The last character of a text is a token of its own, so that every character begins one: one alone is
asked for by prefix.
"""

import unicodedata
from collections.abc import Iterable
from typing import Final

LONGEST_WORDS: Final = 12  # of a question
BETWEEN: Final = "\n"  # no word of a question has it: nothing is found across two texts


def folded(text: str) -> str:
    """Letters and digits alone, full width as half, lower case: `UPS－01 ` is `ups01`."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if character.isalnum())


def folded_texts(texts: Iterable[str | None]) -> str:
    """What a row says, as `found_in` reads it."""
    return BETWEEN.join(dict.fromkeys(part for text in texts if text and (part := folded(text))))


def tokens(folded_text: str) -> list[str]:
    """What the index keeps of a row, sorted, each once."""
    return sorted({token for text in folded_text.split(BETWEEN) for token in _pairs(text)})


def words_of(asked: str) -> list[str]:
    """The words of a question; each must be found somewhere."""
    return list(dict.fromkeys(word for part in asked.split() if (word := folded(part))))[:LONGEST_WORDS]


def wanted_tokens(words: Iterable[str]) -> tuple[list[str], list[str]]:
    """What the index must hold for these words: whole tokens, and beginnings of tokens."""
    whole, begun = set[str](), set[str]()
    for word in words:
        if len(word) == 1:
            begun.add(_token(word))
        else:
            whole |= {_token(word[at : at + 2]) for at in range(len(word) - 1)}
    return sorted(whole), sorted(begun)


def _pairs(text: str) -> list[str]:
    return [_token(text[at : at + 2]) for at in range(len(text))]


def _token(characters: str) -> str:
    return characters.encode().hex()
