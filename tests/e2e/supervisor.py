"""What a supervisor does at a desk, in the words of the screens (zh-CN)."""

from playwright.sync_api import expect

from tests.e2e.engineer import PASSWORD
from tests.e2e.hand import WAIT_MS, Hand


class Supervisor(Hand):
    def signs_in(self, name: str = "manager01", sees: str = "待复核") -> None:
        self.page.goto("/")
        self.page.get_by_label("登录名").fill(name)
        self.page.get_by_label("密码", exact=True).fill(PASSWORD)
        self.page.get_by_role("button", name="登录", exact=True).click()
        self.sees(sees)

    def reviews(self, round_name: str) -> None:
        self.page.goto("/review")
        self.tap(self.page.get_by_text(round_name).first)
        expect(self.page.get_by_role("heading", name=round_name).first).to_be_visible(timeout=WAIT_MS)

    def pins(self, item: str, words: str) -> None:
        """A comment on this item of the asset that is shown."""
        self.tap(self.page.get_by_role("rowheader", name=item).get_by_role("button").first, item)
        self.press("钉批注")
        self.page.get_by_label("批注：").first.fill(words)
        self.press("钉上")
        self.sees(words)

    def sends_back(self, points: int, words: str) -> None:
        self.press(f"退回 {points} 处")
        asked = self.page.get_by_role("alertdialog")
        for _ in range(points):
            self.page.keyboard.press("3")  # 漏填或漏拍
        asked.get_by_role("textbox").fill(words)
        asked.get_by_role("button", name="退回", exact=True).click()

    def approves(self) -> None:
        self.press("通过并封存")
        self.page.get_by_role("alertdialog").get_by_role("button", name="通过并封存").click()
