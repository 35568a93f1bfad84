"""Everything there is to see: each stop of the tour, and the route of the app that it shows.

A route in pwa/src/shell/routes.ts without a stop fails in tests/meta; a stop that the tour does not reach fails there.
"""

SERVER_PAGE = "(the server's own page)"

STOPS = {
    # entering.py
    "sign-in": "sign-in",
    "sign-in-wrong": "sign-in",
    "today": "today",
    "door": "door",
    # scanning.py
    "scan": "scan",
    "scan-typed": "scan",
    "scan-damaged": "scan",
    "scan-two-codes": "scan",
    "scan-foreign": "scan",
    "asset-not-scanned": "round-asset",
    "asset-scanned": "round-asset",
    # answering.py
    "items": "items",
    "items-not-applicable": "items",
    "items-reading": "items",
    "items-reading-above": "items",
    "items-abnormal": "items",
    "camera": "items",
    "items-photo": "items",
    "mark": "mark",
    "mark-drawn": "mark",
    "items-whole-round": "round-items",
    "items-everything": "round-items",
    # finishing.py
    "today-under-way": "today",
    "finish-incomplete": "finish",
    "finish-ready": "finish",
    "client": "client",
    "client-not-signed": "client",
    "client-signed": "client",
    "hand-back": "client",
    "submitted-no-signal": "submitted",
    "sync-waiting": "sync",
    "sync-done": "sync",
    "submitted": "submitted",
    # differing.py
    "sync-conflict": "sync",
    "me": "me",
    "sign-out": "me",
    # looking_up.py
    "tickets": "tickets",
    "ticket": "ticket",
    "ticket-more": "ticket",
    "ticket-diagnose": "ticket",
    "ticket-resolve": "ticket",
    "assets": "assets",
    "asset-record": "asset",
    "route-record": "asset",
    "archive": "reports",
    "messages": "messages",
    "tag-link": "tag-link",
    "unknown-page": "unknown",
    # reviewing.py
    "review-queue": "review",
    "review": "review",
    "review-keys": "review",
    "review-photo": "review",
    "review-comment": "review",
    "review-send-back": "review",
    "today-sent-back": "today",
    "sent-back": "sent-back",
    "review-sealed": "review",
    "attention": "attention",
    "channels": "channels",
    "channel-new": "channels",
    # printing.py
    "assets-chosen": "assets",
    "tag-replace": "assets",
    "labels": "labels",
    "desk-tickets": "tickets",
    "clock-policy": "clock-policy",
    "problems": "problems",
    "problem": "problem",
    # reading.py
    "reports": "reports",
    "verification": SERVER_PAGE,
    "verification-different": SERVER_PAGE,
    "api-docs": SERVER_PAGE,
    # leaving.py
    "sync-refused": "sync",
}
