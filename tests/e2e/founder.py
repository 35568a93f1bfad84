"""Whoever sets a contract up at the desk: equipment from a table, labels, a checklist from a form, a plan."""

from collections.abc import Sequence

from playwright.sync_api import FilePayload, expect

from tests.e2e.hand import WAIT_MS
from tests.e2e.setup import Setup

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_file(name: str, data: bytes) -> FilePayload:
    return {"name": name, "mimeType": XLSX, "buffer": data}


class Founder(Setup):
    """Everything by the screens' words (zh-CN); taps and letters are counted."""

    def goes_to(self, place: str) -> None:
        """By the navigation at the left."""
        self.tap(self.page.get_by_role("navigation").get_by_role("link", name=place).first, place)

    def imports_assets(self, table: bytes) -> None:
        """Choose the file, look at what it would do, import what can be."""
        self.goes_to("设备与标签")
        self.open("导入设备")
        self._chooses_file(as_file("台账.xlsx", table))
        self.sees("列的含义")
        self.sees("不能导入 8")
        self.tap(self.page.get_by_role("button", name="导入 200 台"))
        self.sees("已写入：新增 200 台")

    def prints_labels_of(self, text: str) -> bytes:
        """Labels for what a search finds: chosen, given tags, as a PDF."""
        self.goes_to("设备与标签")
        self._searches(text)
        self.tap(self.page.get_by_label("选中列出的全部"), "all of the list")
        self.press("打印标签")
        return self._labels()

    def sets_apart(self, text: str, state: str, but: Sequence[str]) -> None:
        """What a search finds gets another state, all at once, but for assets with these codes."""
        self.goes_to("设备与标签")
        self._searches(text)
        self.tap(self.page.get_by_label("选中列出的全部"), "all of the list")
        for code in but:
            self.tap(self.page.get_by_role("row", name=code).get_by_role("checkbox"), code)
        self.press("批量改")
        self.page.get_by_label("改什么").select_option(label="状态")
        self.page.get_by_label("改成").select_option(label=state)
        self.taps += ["what to change", state]
        self.tap(self.page.get_by_role("dialog").get_by_role("button", name="改 "), "change them")
        self.sees("已改")

    def reads_form(self, form: bytes) -> None:
        """An XLSForm becomes a checklist: read, drafted, published."""
        self.goes_to("表单")
        self.open("导入 XLSForm")
        self._chooses_file(as_file("巡检.xlsx", form))
        self.press("项建草稿")
        self.press("发布第 1 版")
        self.sees("已发布成第 1 版")

    def plans_each_quarter(self, name: str, *, month: int, day: int, room: str, category: str, person: str) -> None:
        """`month`: of the quarter, from 1. Due from today on, of one category in one room, by one person."""
        self.goes_to("巡检计划")
        self.open("新建计划")
        self._types("名称", name)
        self._selects("计划类型", "季度免费检测")
        self.page.get_by_label("检查表").select_option(index=1)
        self._selects("多久一次", "按季度")
        self._selects("季度里第几个月", f"第 {month} 个月")
        self._types("几号", str(day))
        for chip in (room, category, person):
            self.tap(self.page.get_by_role("button", name=chip, exact=True))
        self.press("保存计划")
        self.sees(name)

    def _labels(self) -> bytes:
        self.tap(self.page.get_by_role("button", name="发标签").first)
        link = self.page.get_by_role("link", name="生成 PDF")
        expect(link).to_be_visible(timeout=WAIT_MS)
        self.taps.append("生成 PDF")  # a new tab shows it; here it is fetched from the link's address
        return self.page.request.get(link.get_attribute("href") or "").body()

    def _searches(self, text: str) -> None:
        self._types("名称、编号、序列号、短码", text)
        expect(self.page.get_by_role("table")).to_contain_text(text, timeout=WAIT_MS)

    def _selects(self, label: str, option: str) -> None:
        self.page.get_by_label(label).select_option(label=option)
        self.taps.append(option)

    def _chooses_file(self, file: FilePayload) -> None:
        self.page.locator("input[type=file]").set_input_files(file)
        self.taps.append("choose a file")
