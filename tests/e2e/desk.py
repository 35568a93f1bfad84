"""What the service desk does during a call, by the keys alone; every key press is counted."""

import re
from dataclasses import dataclass

from playwright.sync_api import expect

from tests.e2e.hand import WAIT_MS
from tests.e2e.supervisor import Supervisor

# Somebody who types while listening: five letters a second, half a second for a key that is no letter. A Chinese
# character takes three letters of pinyin with its choice.
LETTERS_A_SECOND, SECONDS_A_KEY, LETTERS_A_CHARACTER = 5, 0.5, 3
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass
class Desk(Supervisor):
    """`keys`: presses of a key; `letters`: keystrokes of what was typed beside them."""

    keys: int = 0
    letters: int = 0

    @property
    def seconds(self) -> float:
        return self.letters / LETTERS_A_SECOND + self.keys * SECONDS_A_KEY

    def presses_key(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.keys += 1

    def writes(self, text: str) -> None:
        """Letter by letter, into whatever has the focus."""
        self.page.keyboard.type(text)
        han = len(_HAN.findall(text))
        self.letters += len(text) - han + han * LETTERS_A_CHARACTER

    def has_focus_on(self, label: str) -> None:
        expect(self.page.get_by_label(label).first).to_be_focused(timeout=WAIT_MS)

    def is_offered(self, name: str) -> None:
        """The list below the field shows it."""
        expect(self.page.get_by_role("option", name=name).first).to_be_visible(timeout=WAIT_MS)
