"""`./dev VERB`: one file a verb."""

import sys

from devtools.running import Failed
from devtools.verbs import VERBS


def main(words: list[str]) -> int:
    if not words or words[0] not in VERBS:
        print("usage: ./dev VERB\n")
        for name, verb in VERBS.items():
            print(f"  {name:<14}{(verb.__doc__ or '').splitlines()[0]}")
        return 0 if words in (["help"], ["--help"], ["-h"]) else 2
    try:
        return VERBS[words[0]](words[1:])
    except Failed as failed:
        print(f"\nfailed: {failed}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
