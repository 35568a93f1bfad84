"""Asks axe-core, from the app's locked development packages, what stands in the way of somebody on this screen."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[3] / "pwa" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Names, roles and order are the same in the dark; only the colours are not.
COLOURS = ["color-contrast", "link-in-text-block"]
RUN = """async only => {
  const { violations } = await axe.run(document, { runOnly: only, resultTypes: ['violations'] })
  return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(node => node.html.slice(0, 160) + ' ' +
    node.any.concat(node.all).map(check => check.message).join('; ').slice(0, 200)) }))
}"""


def violations(page: Page, *, colours_only: bool = False) -> list[str]:
    """One line a violated rule, with the elements that violate it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    only = {"type": "rule", "values": COLOURS} if colours_only else {"type": "tag", "values": TAGS}
    found: list[dict[str, Any]] = page.evaluate(RUN, only)
    return [f"{one['id']}: {one['help']}\n      " + "\n      ".join(one["nodes"][:4]) for one in found]
