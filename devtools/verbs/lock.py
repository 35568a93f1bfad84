import shutil

from devtools.paths import ROOT
from devtools.python_packages import DEV_LOCK, RUN_LOCK
from devtools.running import Failed, must_run

UV = ("pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes")
SILENT = ("--no-header", "--no-annotate")  # or it names hosts and paths of this machine


def lock(words: list[str]) -> int:
    """Write requirements/*.txt anew from pyproject.toml (needs uv; words go to it, e.g. --upgrade)."""
    uv = shutil.which("uv")
    if uv is None:
        raise Failed("uv is not installed")
    for target, groups in ((RUN_LOCK, ["build"]), (DEV_LOCK, ["build", "dev"])):
        asked = [part for group in groups for part in ("--group", group)]
        must_run([uv, *UV, *SILENT, *asked, *words, "--output-file", target, ROOT / "pyproject.toml"])
    return 0
