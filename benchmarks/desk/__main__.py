"""`./dev bench desk [--database sqlite|postgresql|both] [--assets N …]`."""

import argparse

from benchmarks.desk.run import ASSETS, run
from benchmarks.sync.databases import KINDS

parser = argparse.ArgumentParser("./dev bench desk")
parser.add_argument("--database", choices=(*KINDS, "both"), default="both")
parser.add_argument(
    "--assets",
    type=int,
    nargs="+",
    default=list(ASSETS),
    help="so many assets, with ten answers each, one after the other",
)
asked = parser.parse_args()
run(list(KINDS) if asked.database == "both" else [asked.database], asked.assets)
