"""One asset, the seven rows of the paper form, all judged: the shortest round there is.

The paper's rows name the whole system (前端摄像机工作正常); asked of one asset they are about its part in it.
"""

from server.demo.checklists.item import FAULTS, for_assets, judgement

ROWS = (
    ("画面与面板显示正常", "Picture and panel display work"),
    ("录像与存储正常", "Recording and storage work"),
    ("主机与服务工作正常", "Host and services work"),
    ("UPS 供电正常", "Supply from the UPS works"),
    ("接入的设备工作正常", "Connected devices work"),
    ("随机资料与标签正常", "Its documents and labels in order"),
    ("整机工作正常", "The unit as a whole works"),
)
ITEMS = for_assets(
    [],
    [judgement(f"form_row_{row}", title, row, phrases=FAULTS) for row, title in enumerate(ROWS, 1)],
)
