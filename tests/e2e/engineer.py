"""What an engineer does on the phone, in the words of the screens (zh-CN)."""

import re

from playwright.sync_api import expect

from tests.e2e.hand import WAIT_MS, Hand

ENGINEER, PASSWORD = "engineer01", "roundsman-demo"
# Storage, the round's data, clock, camera, what is unsent, battery: the verdict may be any, the figure is the phone's.
DOOR_CHECKS = ("存储", "本轮资料已在手机", "时钟", "相机", "没有未传内容", "电量")


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
        card = self.page.locator(".card").filter(has=self.page.get_by_role("heading", name=round_name))
        row = self.page.get_by_role("link", name=round_name)
        self.tap(card.get_by_role("button", name="开始巡检").or_(row).first)

    def sees_door_checks(self, assets: int) -> None:
        """Every check before the door, each with its words, and that the round's data are on the phone."""
        checks = self.page.locator("main ul.list li")
        expect(checks).to_have_text([re.compile(words) for words in DOOR_CHECKS], timeout=WAIT_MS)
        expect(checks.filter(has_text="本轮资料")).to_contain_text(f"{assets} 台设备")

    def enters(self) -> None:
        self.tap(self.page.get_by_role("button", name="扫第 1 台").or_(self.page.get_by_text("仍要进门")).first)

    def is_at_asset(self, code: str) -> None:
        self.sees("到场已证")
        self.sees(code)

    def answers_all_normal(self) -> None:
        self.tap(self.page.get_by_role("button", name="全部正常").first)

    def types_keys(self, figure: str) -> None:
        """On the app's own keys."""
        for key in figure:
            self.page.get_by_role("button", name={"-": "负号", ".": "小数点"}.get(key, key), exact=True).click()

    def confirms(self) -> None:
        self.page.get_by_role("button", name="确定", exact=True).click()

    def reads(self, figure: str) -> None:
        self.types_keys(figure)
        self.confirms()

    def chooses(self, answer: str) -> None:
        """One of several; it shows as chosen when it is on disk."""
        choice = self.page.get_by_role("radio", name=answer).first
        choice.click()
        expect(choice).to_be_checked(timeout=WAIT_MS)

    def finds(self, item: str, severity: str, words: str) -> None:
        """Open this item of the asset and write down what is wrong with it."""
        self.tap(self.page.get_by_role("button", name=item).first)
        self.chooses("异常")
        self.chooses(severity)
        self.page.get_by_label("看到了什么").first.fill(words)

    def photographs(self) -> None:
        self.tap(
            self.page.get_by_role("button", name="再拍一张").or_(self.page.get_by_role("button", name="拍照")).first
        )
        self.shoots()
        self.sees("照片已存")

    def draws_on_first_photo(self) -> None:
        """A bent line of the finger, pinned to the item."""
        self.tap(self.page.locator("button.shot").first, "photo")
        self.press("标注")
        self.press("手画")
        picture = self.page.locator(".picture")
        expect(picture).to_be_visible(timeout=WAIT_MS)
        box = picture.bounding_box()
        assert box is not None
        self.draws(box["x"] + 60, box["y"] + 80, [(140, 0), (140, 120)])
        self.press("钉在第")
        expect(self.page.get_by_role("button", name="有标注").first).to_be_visible(timeout=WAIT_MS)

    def signs_both(self) -> None:
        """The engineer, then the client in whose hand the phone is."""
        self.signs()
        self.open("把手机交给甲方签字")
        self.tap(self.page.get_by_text("甲方值班员01").first)
        self.signs()
        self.press("确认无误")

    def submits(self) -> None:
        """The first time, or again after it came back."""
        again = self.page.get_by_role("button", name="重新提交", exact=True)
        self.tap(self.page.get_by_role("button", name="提交", exact=True).or_(again).first)
