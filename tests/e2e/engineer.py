"""What an engineer does on the phone, in the words of the screens (zh-CN)."""

from playwright.sync_api import expect

from tests.e2e.hand import WAIT_MS, Hand

ENGINEER, PASSWORD = "engineer01", "roundsman-demo"


class Engineer(Hand):
    def signs_in(self, name: str = ENGINEER) -> None:
        """Once, with a network; then wait until the phone holds what it needs."""
        self.page.goto("/")
        self.page.get_by_label("登录名").fill(name)
        self.page.get_by_label("密码", exact=True).fill(PASSWORD)
        self.page.get_by_role("button", name="登录", exact=True).click()
        self.sees("今日")
        expect(self.page.get_by_role("button", name="开始巡检").first).to_be_visible(timeout=60_000)

    def waits_for_offline_readiness(self) -> None:
        """The service worker holds the app, so that a cold start needs no network."""
        self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")

    def starts(self, round_name: str) -> None:
        """From its card's button, or from its row in the list: one tap either way."""
        named = self.page.get_by_role("link", name=round_name).or_(self.page.get_by_role("button", name=round_name))
        self.tap(named.first, round_name)

    def enters(self) -> None:
        self.tap(self.page.get_by_role("button", name="扫第 1 台").or_(self.page.get_by_text("仍要进门")).first)

    def is_at_asset(self, code: str) -> None:
        expect(self.page.locator("h1")).to_be_visible(timeout=WAIT_MS)
        self.sees(code)

    def answers_all_normal(self) -> None:
        self.tap(self.page.get_by_role("button", name="全部正常").first)

    def reads(self, figure: str) -> None:
        """Type a reading on the app's own keys."""
        for key in figure:
            self.page.get_by_role("button", name={"-": "负号", ".": "小数点"}.get(key, key), exact=True).click()
        self.page.get_by_role("button", name="确定", exact=True).click()
