"""The long form: `./dev faults --minutes N --database D [--fault F4] [--seed S]`, and `--table` for the sums."""

import argparse
import random
import secrets
import sys
from time import monotonic
from traceback import format_exception

from tests.faults.frame.fault import Fault, Plan
from tests.faults.frame.ground import KINDS, Ground, ground
from tests.faults.frame.table import add_not_run, add_run, read_runs, table
from tests.faults.frame.tally import Tally
from tests.faults.registry import FAULTS

SHOWN_NOTES = 12
KNOWN_BAD_SEEDS, KNOWN_BAD_SECONDS = (1, 3, 5, 7), 3.0
LONG_SIZE = 3  # the short form's is 1


def main(words: list[str]) -> int:
    asked = _arguments(words)
    names = {name: fault.what for name, fault in FAULTS.items()}
    if asked.table:
        print(table(read_runs(), names))
        return 0
    chosen = [FAULTS[name] for name in asked.fault] if asked.fault else list(FAULTS.values())
    wrong = 0
    with ground(asked.database) as made:
        possible = [fault for fault in chosen if _is_possible(fault, made)]
        if asked.known_bad:
            return sum(_is_missed(fault, made, variant) for fault in possible for variant in fault.known_bad)
        if asked.seed is not None:
            return _run(
                possible[0], made, Plan(asked.seed, asked.seconds, asked.variant, asked.size), keep=not asked.variant
            )
        ends = monotonic() + asked.minutes * 60
        while possible and monotonic() < ends:
            order = random.sample(possible, len(possible))  # each as often as the others
            for fault in order:
                if monotonic() < ends:
                    seed = secrets.randbelow(10**6)
                    wrong += _run(fault, made, Plan(seed, asked.seconds, asked.variant, asked.size))
    print(f"\n{table(read_runs(), names)}")
    return 1 if wrong else 0


def _is_possible(fault: Fault, made: Ground) -> bool:
    needs = fault.missing(made)
    if needs is not None:
        print(f"{fault.name:<4} not run (needs {needs})", flush=True)
        add_not_run(fault.name, made.kind, needs)
    return needs is None


def _run(fault: Fault, made: Ground, plan: Plan, *, keep: bool = True) -> int:
    began = monotonic()
    tally = _tried(fault, made, plan)
    seconds = monotonic() - began
    if keep and not plan.variant:
        add_run(fault.name, made.kind, plan.seed, seconds, tally)
    print(_told(fault, made, plan, tally, seconds), flush=True)
    for note in tally.notes[:SHOWN_NOTES]:
        print(f"     {note}")
    return int(bool(tally.wrong))


def _tried(fault: Fault, made: Ground, plan: Plan) -> Tally:
    """A run that breaks off is one that has found something; the next one goes on."""
    try:
        return fault.run(made, plan)
    except Exception as failure:
        broken = Tally()
        broken.found("stuck", f"the run broke off: {''.join(format_exception(failure))[-3000:]}")
        return broken


def _is_missed(fault: Fault, made: Ground, variant: str) -> int:
    """A known-bad variant gets a few seeds to show."""
    for seed in KNOWN_BAD_SEEDS:
        tally = fault.run(made, Plan(seed, KNOWN_BAD_SECONDS, variant))
        if tally.wrong:
            print(f"{fault.name:<4} {made.kind:<10} seed {seed} caught: {variant}: {tally.notes[0][:150]}", flush=True)
            return 0
    print(f"{fault.name:<4} {made.kind:<10} NOT CAUGHT: {variant}", flush=True)
    return 1


def _told(fault: Fault, made: Ground, plan: Plan, tally: Tally, seconds: float) -> str:
    return (
        f"{fault.name:<4} {made.kind:<10} seed {plan.seed:<7} {tally.operations:6} operations {tally.kills:4} kills"
        f"  lost {tally.lost} doubled {tally.doubled} overwritten {tally.overwritten} stuck {tally.stuck}"
        f"  {seconds:5.1f} s  {fault.what}{f' [{plan.variant}]' if plan.variant else ''}"
    )


def _arguments(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev faults", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--database", choices=KINDS, default="sqlite")
    parser.add_argument("--fault", action="append", choices=list(FAULTS), help="only these")
    parser.add_argument("--seed", type=int, help="one run of the first fault named, drawn from this seed")
    parser.add_argument("--seconds", type=float, default=20.0, help="how long each run works")
    parser.add_argument("--size", type=int, default=LONG_SIZE, help="how many times more each phone writes at once")
    parser.add_argument("--variant", default="", help="a known-bad server or phone; not kept in the table")
    parser.add_argument("--known-bad", action="store_true", help="each fault's known-bad variants: all must be caught")
    parser.add_argument("--table", action="store_true", help="print the sums so far")
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
