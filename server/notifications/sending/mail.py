"""E-mail by the server that the settings name."""

import smtplib
import ssl
from contextlib import suppress
from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import urlsplit

from server.config import SMTP_PORTS, Config, current_config
from server.notifications.sending.deadline import deadline
from server.notifications.sending.letter import Letter
from server.notifications.sending.send_failed import NO_ANSWER, NO_ENTRY, NOT_FOUND, REFUSED, SendFailed

SECONDS = 10.0  # each answer
SECONDS_IN_ALL = 30.0


def send(letter: Letter) -> None:
    config = current_config()
    message = _message(letter, config)
    server = _server(config)
    try:
        with deadline(SECONDS_IN_ALL, lambda: getattr(server, "sock", None)):
            _speak(server, config, message)
    except smtplib.SMTPAuthenticationError as error:
        raise SendFailed(NO_ENTRY, f"SMTP {error.smtp_code}") from None
    except smtplib.SMTPRecipientsRefused as error:
        code, said = next(iter(error.recipients.values()))
        raise SendFailed(REFUSED, f"SMTP {code} {_words(said, letter.address)}") from None
    except smtplib.SMTPResponseException as error:
        raise SendFailed(REFUSED, f"SMTP {error.smtp_code} {_words(error.smtp_error, letter.address)}") from None
    except (smtplib.SMTPException, UnicodeError) as error:
        raise SendFailed(REFUSED, type(error).__name__) from None
    finally:
        with suppress(OSError, smtplib.SMTPException):
            server.close()


def _server(config: Config) -> smtplib.SMTP:
    """Not connected yet. It names itself as people know it."""
    own = host_of(config)
    if config.smtp_security == "tls":
        return smtplib.SMTP_SSL(local_hostname=own, timeout=SECONDS, context=ssl.create_default_context())
    return smtplib.SMTP(local_hostname=own, timeout=SECONDS)


def _speak(server: smtplib.SMTP, config: Config, message: EmailMessage) -> None:
    """Connect, encrypt, sign in, hand over. What goes wrong after the server has taken it is no failure."""
    port = config.smtp_port or SMTP_PORTS[config.smtp_security]
    try:
        server._host = config.smtp_host  # type: ignore[attr-defined]  # what the name in the certificate is held against
        server.connect(config.smtp_host, port)
        if config.smtp_security == "starttls":
            server.starttls(context=ssl.create_default_context())
        if config.smtp_user:
            server.login(config.smtp_user, config.smtp_password)
        server.send_message(message)
    except OSError as error:
        if isinstance(error, smtplib.SMTPException) and not isinstance(error, smtplib.SMTPServerDisconnected):
            raise
        name = type(error).__name__
        raise SendFailed(NOT_FOUND if name == "gaierror" else NO_ANSWER, name) from None
    with suppress(OSError, smtplib.SMTPException):
        server.quit()


def _message(letter: Letter, config: Config) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = " ".join(letter.subject.split())
    message["From"] = config.smtp_from
    message["To"] = letter.address
    message["Date"] = format_datetime(letter.now)
    message["Message-ID"] = f"<{letter.id}@{host_of(config)}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    return message


def host_of(config: Config) -> str:
    return urlsplit(config.tag_origin).hostname or "roundsman"


def _words(said: bytes | str, address: str) -> str:
    """What the server says, without whom it says it of."""
    text = said.decode(errors="replace") if isinstance(said, bytes) else said
    return text.replace(address, "…")
