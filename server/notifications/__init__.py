"""Telling people what happened, in the app, by e-mail or by a robot: written with what it tells of, sent after it.

`notify` is called inside an operation's effect; the job `send_notification` sends after the commit. What each kind of
message means and who is told: docs/tickets.md, "Messages".
"""

from server.notifications.kinds import KINDS, KindOfMessage
from server.notifications.notify import notify, notify_address
from server.notifications.people import clients, desk, handlers, on_duty, supervisors

__all__ = [
    "KINDS",
    "KindOfMessage",
    "clients",
    "desk",
    "handlers",
    "notify",
    "notify_address",
    "on_duty",
    "supervisors",
]
