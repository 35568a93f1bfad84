"""What clocks, tiers and severities are called in messages."""

from typing import Final

from server.language import Sentence

CLOCKS: Final[dict[str, Sentence]] = {
    "phone_response": Sentence("电话响应", "phone response"),
    "first_answer": Sentence("首次答复", "first answer"),
    "dispatch": Sentence("派工", "dispatch"),
    "arrival": Sentence("到场", "arrival"),
    "on_site": Sentence("到场", "arrival on site"),
    "diagnosis": Sentence("故障判断", "diagnosis"),
    "solution": Sentence("解决方案", "solution"),
    "repair": Sentence("修复", "repair"),
    "spare": Sentence("备件到位", "spare in place"),
    "information": Sentence("信息答复", "information"),
    "vendor": Sentence("原厂答复", "the vendor's answer"),
}
TIERS: Final[dict[int, Sentence]] = {
    1: Sentence("一线", "tier 1"),
    2: Sentence("二线", "tier 2"),
    3: Sentence("三线", "tier 3"),
    4: Sentence("原厂", "the vendor"),
}
SEVERITIES: Final[dict[int, Sentence]] = {
    1: Sentence("Ⅰ级", "severity I"),
    2: Sentence("Ⅱ级", "severity II"),
    3: Sentence("Ⅲ级", "severity III"),
    4: Sentence("Ⅳ级", "severity IV"),
}
NO_SEVERITY: Final = Sentence("未定级", "not graded")
