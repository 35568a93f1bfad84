"""`./dev bench sync [--database sqlite|postgresql|both] [--quick | --scale X] [--only WORK …] [--markdown]`."""

import argparse

from benchmarks.sync.databases import KINDS
from benchmarks.sync.run import MEASURES, run

QUICK = 0.1

parser = argparse.ArgumentParser("./dev bench sync")
parser.add_argument("--database", choices=(*KINDS, "both"), default="both")
size = parser.add_mutually_exclusive_group()
size.add_argument(
    "--quick", action="store_const", dest="scale", const=QUICK, default=1.0, help="a tenth of the work, less steady"
)
size.add_argument("--scale", type=float, default=1.0, help="so many times the work")
parser.add_argument("--only", choices=list(MEASURES), nargs="+", default=list(MEASURES), help="some kinds of work")
parser.add_argument("--markdown", action="store_true", help="the table as docs/speed.md has it")
asked = parser.parse_args()
kinds = list(KINDS) if asked.database == "both" else [asked.database]
run(kinds, size=asked.scale, only=asked.only, markdown=asked.markdown)
