"""The origin printed on labels. Stickers outlive software, so it is fixed once and kept beside the data."""

from pathlib import Path

FILE = "tag_origin"
UNTIL_SET = "http://localhost:8000"


def kept_tag_origin(data_dir: Path) -> str | None:
    file = data_dir / FILE
    return file.read_text("utf-8").strip() if file.is_file() else None


def keep_tag_origin(data_dir: Path, origin: str) -> None:
    """Fix it for good; one that is kept already stays."""
    if kept_tag_origin(data_dir) is None:
        (data_dir / FILE).write_text(origin + "\n", "utf-8")
