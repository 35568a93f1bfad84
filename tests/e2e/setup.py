"""Setting a server up in the browser: the first administrator, the first project, people who come by an invitation."""

from playwright.sync_api import expect

from tests.e2e.hand import WAIT_MS, Hand

PASSWORD = "seven quiet lamps"


class Setup(Hand):
    """Whoever sets up, at a desk or on a phone of their own; taps are counted, and letters that were typed."""

    letters: int = 0

    def opens_the_server(self, setup_link: str, name: str, sign_in: str) -> None:
        """Step 1: the administrator."""
        self.page.goto(setup_link)
        self._says_who(name, sign_in)
        self.tap(self.page.get_by_role("button", name="建好账号，继续"))
        expect(self.page.get_by_role("heading", name="第一个项目")).to_be_visible(timeout=WAIT_MS)

    def begins_project(self, name: str, code: str, **fields: str) -> None:
        """Step 2: the project; `fields` by their labels."""
        self._types("项目名称", name)
        self._types("项目编号", code)
        for label, value in fields.items():
            self._types(label, value)
        self.tap(self.page.get_by_role("button", name="建立项目"))
        expect(self.page.get_by_role("heading", name="人员")).to_be_visible(timeout=WAIT_MS)

    def invites(self, role: str, name: str) -> str:
        """Gives the address of the invitation, as it is shown once."""
        self.tap(self.page.get_by_role("button", name="邀请", exact=True))
        self.tap(self.page.get_by_role("button", name=role, exact=True))
        self._types("姓名（选填）", name)
        self.tap(self.page.get_by_role("button", name="生成链接"))
        expect(self.page.get_by_role("img", name=f"给{name}的邀请")).to_be_visible(timeout=WAIT_MS)
        address = self.page.get_by_role("textbox", name="链接").input_value()
        self.tap(self.page.get_by_role("button", name="完成", exact=True))
        return address

    def joins(self, address: str, sign_in: str) -> None:
        """On a phone of their own; the name stands there already."""
        self.page.goto(address)
        self._types("登录名", sign_in)
        self._types("设一个密码", PASSWORD)
        self.tap(self.page.get_by_role("button", name="加入", exact=True))
        expect(self.page.get_by_role("heading", name="今日")).to_be_visible(timeout=WAIT_MS)

    def _types(self, label: str, text: str) -> None:
        """A label holds its field's hint as well: the first that begins so."""
        self.page.get_by_label(label).first.fill(text)
        self.letters += len(text)

    def _says_who(self, name: str, sign_in: str) -> None:
        self._types("姓名", name)
        self._types("登录名", sign_in)
        self._types("设一个密码", PASSWORD)
