"""The viewfinder: no label, one too many, a stranger's; typed codes and broken tags; the asset it leads to."""

from tests.e2e.books import tag_text
from tests.e2e.tour.trip import Stop, Stops, Trip

FOREIGN = "https://example.com/menu?table=7"


def scanning(trip: Trip) -> Stops:
    engineer, page = trip.engineer, trip.engineer.page
    label = tag_text(trip.server, "UPS-01")
    engineer.enters()
    engineer.sees("一个码在画面里停一下")
    round_id = trip.round["id"]
    yield Stop("scan", page)
    engineer.press("输短码")
    engineer.sees("还差 7 位")
    yield Stop("scan-typed", page)
    page.keyboard.press("Escape")
    engineer.press("标签坏了")
    engineer.sees("撕坏了")
    yield Stop("scan-damaged", page)

    scanner = f"/scan?round={round_id}"
    trip.camera.shows(label, tag_text(trip.server, "NVR-01"))
    page.goto(scanner)
    engineer.sees("看到 2 个码")
    yield Stop("scan-two-codes", page)
    trip.camera.shows(FOREIGN)
    page.goto(scanner)
    engineer.sees("这不是我们的标签")
    yield Stop("scan-foreign", page)

    page.goto(f"/rounds/{round_id}/assets/{trip.asset('UPS-01')['id']}")
    engineer.sees("先扫这台的标签")
    yield Stop("asset-not-scanned", page)
    trip.camera.shows(label)
    page.goto(scanner)
    engineer.sees("到场已证")
    trip.camera.shows()
    yield Stop("asset-scanned", page)
