"""engineer03 wrote something without a network, and is no longer in the project when there is one again."""

from server.clock import now
from server.demo.bookkeeping import hand_in
from server.demo.people import BY_SIGN_IN
from server.demo.project import PROJECT_ID
from server.demo.wire import Moment
from server.sync.actor import Actor
from tests.e2e.books import rows
from tests.e2e.engineer import Engineer
from tests.e2e.tour.trip import Stop, Stops, Trip


def leaving(trip: Trip) -> Stops:
    context = trip.opens("leaver")
    leaver, page = Engineer(context.pages[0]), context.pages[0]
    leaver.signs_in("engineer03")
    leaver.waits_for_offline_readiness()
    ticket = rows(trip.server, "ticket", is_open=True)[0]
    page.goto(f"/tickets/{ticket['id']}")
    leaver.sees("经过")
    context.set_offline(True)
    page.get_by_label("留言").fill("风扇已到货，周二更换")
    leaver.press("记下")
    leaver.sees("风扇已到货")
    _leaves(trip, "engineer03")
    context.set_offline(False)
    page.goto("/sync")
    leaver.sees("没被接受")
    yield Stop("sync-refused", page)


def _leaves(trip: Trip, sign_in: str) -> None:
    args = {"person_id": BY_SIGN_IN[sign_in].id, "project_id": PROJECT_ID}
    with trip.server.app.app_context():
        moment = Moment(now())
        hand_in(Actor("cli", "tour"), [moment.decide("revoke_role", sign_in, doc=None, args=args)], at=moment.at)
