"""Sends one message after the commit that told of it (server/notifications/delivery.py). Asked for with each row."""

from flask import Flask

from server.jobs.registry import Payload, job
from server.notifications.delivery import deliver

AT_ONCE = 4  # a receiver that hangs takes ten seconds of one of them


@job("send_notification", is_long=True, at_once=AT_ONCE)
def send_notification(app: Flask, payload: Payload) -> None:
    """Payload: {notification}. The row says when it is due and what became of it; the job itself never fails for it."""
    deliver(str(payload["notification"]))
