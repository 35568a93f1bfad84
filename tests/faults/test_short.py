"""The short form of `./dev faults`: every fault once on both databases, every known-bad variant that it must catch."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.faults.frame.fault import Plan
from tests.faults.frame.ground import KINDS, Ground, ground
from tests.faults.registry import FAULTS

SEED = 1
BAD_RUNS = ((1, 2.0), (3, 2.0), (5, 4.0), (7, 8.0), (9, 16.0), (11, 32.0))  # seed, seconds: a slow machine gets time
SHORT = [name for name, fault in FAULTS.items() if fault.short_seconds]  # the rest are stages of their own
VARIANTS = [(name, variant) for name in SHORT for variant in FAULTS[name].known_bad]


@pytest.fixture(scope="session")
def grounds() -> Iterator[dict[str, Ground]]:
    with ExitStack() as stack:
        yield {kind: stack.enter_context(ground(kind)) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", SHORT)
def test_nothing_is_lost_doubled_overwritten_or_stuck(grounds: dict[str, Ground], kind: str, name: str) -> None:
    fault, here = FAULTS[name], grounds[kind]
    needs = fault.missing(here)
    if needs is not None:
        pytest.skip(f"not run (needs {needs})")
    tally = fault.run(here, Plan(SEED, fault.short_seconds))
    assert tally.notes == [], f"seed {SEED}"
    assert tally.operations > 0


@pytest.mark.parametrize(("name", "variant"), VARIANTS)
def test_a_known_bad_variant_is_caught(grounds: dict[str, Ground], name: str, variant: str) -> None:
    """On one of the databases, by turns where it can be; until it shows, from seed to seed, each longer."""
    fault, turn = FAULTS[name], VARIANTS.index((name, variant)) % len(KINDS)
    possible = [kind for kind in (*KINDS[turn:], *KINDS) if fault.missing(grounds[kind]) is None]
    if not possible:
        pytest.skip(f"not run (needs {fault.missing(grounds[KINDS[0]])})")
    here = grounds[possible[0]]
    assert any(fault.run(here, Plan(seed, seconds, variant)).wrong for seed, seconds in BAD_RUNS)
