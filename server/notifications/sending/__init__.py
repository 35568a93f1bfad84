"""One message, one receiver, one try: a file per kind of receiver. Nothing here knows the database."""

from collections.abc import Callable
from typing import Final

from server.notifications.sending import by_apprise, dingtalk, feishu, mail, webhook, wecom
from server.notifications.sending.letter import Letter
from server.notifications.sending.send_failed import SendFailed

Send = Callable[[Letter], None]

MAIL: Final = "mail"
SENDERS: Final[dict[str, Send]] = {
    MAIL: mail.send,
    "wecom": wecom.send,
    "dingtalk": dingtalk.send,
    "feishu": feishu.send,
    "webhook": webhook.send,
    "apprise": by_apprise.send,
}

__all__ = ["MAIL", "SENDERS", "Letter", "SendFailed"]
