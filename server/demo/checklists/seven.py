"""One asset, the seven rows of the paper form, all judged: the shortest round there is."""

from server.demo.checklists.item import FAULTS, for_assets, judgement
from server.reports.words import WORDS

ITEMS = for_assets(
    [],
    [judgement(f"form_row_{row}", WORDS[f"row_{row}"], row, phrases=FAULTS) for row in range(1, 8)],
)
