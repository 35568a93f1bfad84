"""The ways of looking at a screen: how wide, how bright, in which language. Switched in place, without a reload.

The theme is `auto` on the tour's phones, so that it follows the browser's colour scheme; the language is changed as
another tab of the same phone would change it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Literal

from playwright.sync_api import Page, ViewportSize

from tests.e2e.browsers import DESK, PHONE

Theme = Literal["light", "dark"]
STILL_FRAMES, STILL_FRAMES_TURNED = 3, 20  # what stands elsewhere at another width is read from the disk first
SIZES = {"phone": PHONE, "desk": DESK}
LANGUAGES = {"zh": "zh-CN", "en": "en"}
THEMES: tuple[Theme, ...] = ("light", "dark")

CHOOSE_LANGUAGE = """language => {
  if (document.documentElement.lang === language) return
  localStorage.setItem('roundsman.language', language)
  dispatchEvent(new StorageEvent('storage', { key: 'roundsman.language', newValue: language }))
}"""
# Still: no change of the page for so many frames; a clock's second or a sync may come in between, hence a bound.
SETTLED = """async ([language, still]) => {
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
  let changed = 0
  const watch = new MutationObserver(() => { changed = 0 })
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  for (let n = 0; document.documentElement.lang !== language && n < 200; n++) await frame()
  await document.fonts.ready
  const shown = [...document.images].filter(image => !image.complete && image.getClientRects().length)
  await Promise.all(shown.map(image => image.decode().catch(() => null)))
  for (let n = 0; changed < still && n < 60 + still; n++) { changed++; await frame() }
  watch.disconnect()
}"""


@dataclass(frozen=True)
class View:
    size: str
    theme: Theme
    language: str

    @property
    def name(self) -> str:
        return f"{self.size}-{self.theme}-{self.language}"


def views(first: str) -> Iterator[View]:
    """All of them: first this size, so that what is open there is seen; what is dearest to change changes last."""
    for size, language, theme in product(sorted(SIZES, key=lambda size: size != first), LANGUAGES, THEMES):
        yield View(size, theme, language)


def show(page: Page, view: View) -> None:
    """Turn what is on the screen this way, and wait until it stands still."""
    still = STILL_FRAMES
    wide: ViewportSize = {"width": SIZES[view.size]["width"], "height": SIZES[view.size]["height"]}
    if page.viewport_size != wide:
        page.set_viewport_size(wide)
        still = STILL_FRAMES_TURNED
    page.emulate_media(color_scheme=view.theme, reduced_motion="reduce")
    language = LANGUAGES[view.language]
    if is_app(page):
        page.evaluate(CHOOSE_LANGUAGE, language)
        page.evaluate(SETTLED, [language, still])


def is_app(page: Page) -> bool:
    """The server's own pages say everything in both languages at once, or are in English."""
    return page.locator("#app").count() > 0
