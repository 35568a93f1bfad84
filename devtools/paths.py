"""Where things lie in the source tree."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PWA = ROOT / "pwa"
STAMPS = ROOT / ".dev"
DEMO_DATA = ROOT / "data" / "demo"
PYTHON = Path(sys.executable)
