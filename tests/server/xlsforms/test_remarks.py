"""The app has a sentence for every remark that the reading can make."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
MADE = re.compile(r'(?:\.lost|\.note|NotTaken|NotSayable)\(\s*"(\w+)"|: "(\w+_left_out|appearance|message)"')
SENTENCES = re.compile(r"'(\w+)'")


def test_every_remark_has_a_sentence() -> None:
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "server" / "xlsforms").glob("*.py"))
    made = {name for found in MADE.findall(sources) for name in found if name}
    listed = ROOT / "pwa" / "src" / "components" / "templates" / "xlsFormRemarks.ts"
    assert len(made) > 30
    assert made <= set(SENTENCES.findall(listed.read_text("utf-8")))
