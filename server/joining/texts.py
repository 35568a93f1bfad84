"""What a link that opens nothing says, and what is wrong with a password: in both languages."""

from typing import Final

from server.language import Sentence
from server.rules.new_password import LONGEST, SHORTEST

SETUP_LINKS: Final[dict[str, Sentence]] = {
    "unknown": Sentence(
        "这个链接打不开。服务器每次启动都会给出新的链接，请用最新的一条。",
        "This link opens nothing. The server gives a new one at each start: use the newest.",
    ),
    "expired": Sentence(
        "这个链接已过期。请重新启动服务器，会给出新的链接。",
        "This link has expired. Start the server again: it gives a new one.",
    ),
    "used": Sentence("服务器已经设置好了，请直接登录。", "This server is set up already. Please sign in."),
}
INVITATIONS: Final[dict[str, Sentence]] = {
    "unknown": Sentence(
        "这个邀请链接打不开。请核对链接是否完整，或请服务经理重新发送。",
        "This invitation opens nothing. Check that the link is whole, or ask the manager for a new one.",
    ),
    "used": Sentence(
        "这个邀请已经用过。如果是您用的，请直接登录；否则请服务经理重新发送。",
        "This invitation has been used. If it was you, sign in; otherwise ask the manager for a new one.",
    ),
    "expired": Sentence(
        "这个邀请已过期，请服务经理重新发送。", "This invitation has expired. Ask the manager for a new one."
    ),
    "revoked": Sentence(
        "这个邀请已被撤回，请联系服务经理。", "This invitation was withdrawn. Please speak to the manager."
    ),
}
PASSWORDS: Final[dict[str, Sentence]] = {
    "too_short": Sentence(f"密码至少 {SHORTEST} 个字符。", f"A password has at least {SHORTEST} characters."),
    "too_long": Sentence(f"密码最多 {LONGEST} 个字符。", f"A password has at most {LONGEST} characters."),
    "too_easy": Sentence("这个密码太容易猜到，请换一个。", "This password is too easy to guess. Choose another."),
    "like_the_name": Sentence("密码不要和登录名相近。", "The password is too close to the sign-in name."),
}
NAME: Final = Sentence(
    "登录名用 2 到 60 个小写字母、数字、点、短横或下划线。",
    "A sign-in name has 2 to 60 small letters, digits, dots, hyphens or underscores.",
)
