"""The Python packages of `.venv`, from a lock with hashes, and the source tree itself as a package."""

from devtools.paths import ROOT
from devtools.running import must_run_python, say
from devtools.stamps import is_fresh, when_changed

RUN_LOCK = ROOT / "requirements" / "run.txt"  # to build the app and serve it
DEV_LOCK = ROOT / "requirements" / "dev.txt"  # that, and everything that tests and checks
# What makes the editable install: the version, the commands, where the package lies.
DESCRIPTION = [ROOT / name for name in ("pyproject.toml", "CHANGELOG.md", "hatch_build.py")]
PIP_INSTALL = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input")


def install_to_run() -> None:
    if not is_fresh("python-dev", [DEV_LOCK]):
        when_changed("python-run", [RUN_LOCK], lambda: _install(RUN_LOCK.name))
    _install_roundsman()


def install_to_develop() -> None:
    when_changed("python-dev", [DEV_LOCK], lambda: _install(DEV_LOCK.name))
    _install_roundsman()


def _install(lock_name: str) -> None:
    say(f"Installing Python packages (requirements/{lock_name})")
    must_run_python(*PIP_INSTALL, "--require-hashes", "-r", ROOT / "requirements" / lock_name)


def _install_roundsman() -> None:
    words = (*PIP_INSTALL, "--no-deps", "--no-build-isolation", "-e", ROOT)
    when_changed("python-roundsman", DESCRIPTION, lambda: must_run_python(*words))
