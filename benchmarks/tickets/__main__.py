"""`./dev bench tickets [--database sqlite|postgresql|both] [--open N …]`."""

import argparse

from benchmarks.sync.databases import KINDS
from benchmarks.tickets.run import OPEN, run

parser = argparse.ArgumentParser("./dev bench tickets")
parser.add_argument("--database", choices=(*KINDS, "both"), default="both")
parser.add_argument("--open", type=int, nargs="+", default=list(OPEN), help="so many open tickets, one after the other")
asked = parser.parse_args()
run(list(KINDS) if asked.database == "both" else [asked.database], asked.open)
