"""Any other receiver, by Apprise, in a process of its own: it may hang, load what it likes, and is ended in time."""

import json
import subprocess
import sys
from pathlib import Path

from server.config import current_config
from server.notifications.sending.letter import Letter
from server.notifications.sending.send_failed import FAULT, NO_ANSWER, SendFailed

HELPER = Path(__file__).with_name("apprise_helper.py")
SECONDS = 30  # its start included


def send(letter: Letter) -> None:
    asked = {
        "address": letter.address,
        "title": letter.subject,
        "body": letter.text,
        "inside": bool(current_config().channels_inside),
    }
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(HELPER)],
            input=json.dumps(asked).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={},
            cwd="/",
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise SendFailed(NO_ANSWER, "TimeoutExpired") from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise SendFailed(FAULT, f"exit code {done.returncode}") from None
    if "trouble" in answer:
        raise SendFailed(answer["trouble"], answer["detail"])
