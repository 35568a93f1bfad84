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
