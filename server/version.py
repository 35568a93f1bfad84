"""The version of this build; CHANGELOG.md is where it is written down."""

from importlib.metadata import version

VERSION = version("roundsman")
