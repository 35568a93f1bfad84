"""Refuses state-changing requests that another site made a browser send (CSRF), uploads by tus included.

Pages behind a link are plain forms: there the address itself is the secret, and no cookie counts.

A foreign page can send a form with our cookie, but neither a header of its own nor a false `Sec-Fetch-Site`.
"""

from flask import Flask, request

from server.errors import Forbidden
from server.language import Sentence

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
HEADER, HEADER_VALUE = "X-Roundsman", "1"
OWN_SITES = frozenset({None, "same-origin", "none"})

FOREIGN = Sentence("该请求不是由本应用发出的。", "This request did not come from the app.")


def register(app: Flask) -> None:
    app.before_request(_refuse_foreign)


def _refuse_foreign() -> None:
    if request.method in SAFE_METHODS:
        return
    is_ours = request.blueprint == "links" or request.headers.get(HEADER) == HEADER_VALUE
    if not is_ours or request.headers.get("Sec-Fetch-Site") not in OWN_SITES:
        raise Forbidden(FOREIGN)
