"""What an engineer does with a ticket on the phone, in the words of the screens (zh-CN)."""

from tests.e2e.engineer import Engineer
from tests.e2e.hand import WAIT_MS


class Repairer(Engineer):
    def accepts(self) -> None:
        self.press("接单")
        self.sees("已接单")

    def sets_out(self) -> None:
        self.press("我在路上")
        self.page.get_by_role("button", name="我已到场").wait_for(timeout=WAIT_MS)

    def arrives(self) -> None:
        """What the camera sees proves it."""
        self.press("我已到场")
        self.page.get_by_role("button", name="判断好了").wait_for(timeout=WAIT_MS)

    def diagnoses(self, cause: str, complexity: str) -> None:
        self.press("判断好了")
        self.types("故障原因", cause)
        self.chooses(complexity)
        self.press("记下原因")

    def has_fixed_it(self, solution: str) -> None:
        self.press("修好了，请甲方确认")
        self.chooses("修好了")
        self.types("做了什么", solution)
        self.press("记为解决")
        self.page.get_by_role("button", name="请甲方确认", exact=True).wait_for(timeout=WAIT_MS)

    def makes_link_for(self, client: str) -> tuple[str, str]:
        """Gives the address and the code that the screen shows."""
        self.press("请甲方确认")
        self.open("甲方不在旁边，发链接")
        self.types("给谁", client)
        self.press("生成链接")
        shown = self.page.get_by_role("listitem").filter(has_text=client)
        code = shown.get_by_text("验证码").inner_text(timeout=WAIT_MS)
        return shown.locator(".address").inner_text(), code.removeprefix("验证码").strip()
