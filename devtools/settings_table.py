"""The table of settings in docs/operate.md, made from the fields of `Config`."""

import re
from dataclasses import fields
from pathlib import Path

from devtools.paths import ROOT

PAGE = ROOT / "docs" / "operate.md"
PLACE = re.compile(r"<!-- settings -->.*?(?=\n## )", re.DOTALL)


def page_with_settings() -> str:
    return PLACE.sub(lambda _: f"<!-- settings -->\n\n{_table()}\n", PAGE.read_text("utf-8"))


def _table() -> str:
    from server.config import Config, variable_of  # not there before the packages are

    rows = ["| variable | what | default |", "| --- | --- | --- |"]
    for item in fields(Config):
        rows.append(f"| `{variable_of(item.name)}` | {item.metadata['why']} | {_shown(item.default)} |")
    return "\n".join(rows)


def _shown(default: object) -> str:
    if default in ("", ()):
        return "empty"
    return f"`{default if isinstance(default, (int, Path)) else str(default)}`"
