"""What the demo's people have learnt: eight articles (P3), and how often each helped."""

from collections.abc import Iterator
from dataclasses import dataclass

from server.demo.ids import demo_id
from server.demo.wire import Moment, Operation


@dataclass(frozen=True)
class DemoArticle:
    key: str
    category: str | None
    kind: str
    title_zh: str
    title_en: str
    symptom: str
    cause: str
    solution: str
    helped: int = 0

    @property
    def id(self) -> str:
        return demo_id("article", self.key)


ARTICLES = [
    DemoArticle(
        "wall-card",
        "live_display",
        "hardware",
        "拼接屏局部黑屏：先查输出板卡供电",
        "Part of the wall is black: check the output card’s power",
        "大厅拼接屏有一两块黑屏，其余正常；重新上电没用。",
        "控制器输出板卡的辅助供电线松脱，或板卡保险烧断。",
        "1. 登录控制器看输出是否无信号。\n2. 断电，插紧板卡辅助供电线。\n3. 仍无信号就换到备用输出口；恢复后再换板卡。",
        4,
    ),
    DemoArticle(
        "wall-restart",
        "live_display",
        "application",
        "拼接屏控制器重启后输出不恢复",
        "Wall controller: outputs stay off after a restart",
        "控制器重启后部分窗口一直黑，软件里显示在线。",
        "预案没有设为开机加载，解码窗口没有重新绑定。",
        "在管理端重新调用“日常”预案，再设为开机加载。",
        2,
    ),
    DemoArticle(
        "ups-fan",
        "ups",
        "hardware",
        "UPS 风扇异响：先清滤网再换风扇",
        "UPS fan rattles: clean the filter, then replace the fan",
        "风扇间歇异响，出风量偏小，面板无告警。",
        "滤网积灰使风扇过载，轴承磨损。",
        "1. 不停机取下滤网清灰。\n2. 仍响就申请 120 mm 风扇，在旁路下更换。\n3. 换后记下电池温度，第二天再看一次。",
        3,
    ),
    DemoArticle(
        "ups-battery",
        "ups",
        "power",
        "UPS 电池温度逐日升高",
        "UPS battery temperature rises day by day",
        "巡检读数连续几天升高，接近 30 ℃。",
        "空调送风被遮挡，或单节电池内阻变大。",
        "先查送风口，再逐节测内阻；内阻超过平均值 50 % 的当天换下。",
        1,
    ),
    DemoArticle(
        "nvr-disk",
        "recording",
        "hardware",
        "录像机硬盘告警：换盘后等重建完再离场",
        "Recorder disk alarm: stay until the rebuild is done",
        "录像机报硬盘故障，部分通道没有录像。",
        "阵列中单盘损坏。",
        "按盘位灯换同型号硬盘，看到重建开始并估好时间；重建中不要重启。",
        2,
    ),
    DemoArticle(
        "camera-offline",
        "camera",
        "network",
        "摄像机离线：先查供电再查光口",
        "Camera offline: power first, then the optical port",
        "单路摄像机离线，同杆其他设备正常。",
        "杆上电源适配器进水，或光收发器光口脏。",
        "用万用表量适配器输出；正常就清洁光口，看收光功率是否高于 -24 dBm。",
        3,
    ),
    DemoArticle(
        "export-video",
        "recording",
        "inquiry",
        "录像怎么导出给甲方",
        "How to export video for the client",
        "甲方要某时段的录像。",
        "",
        "在客户端选通道和时段，导出 MP4，连同播放器一起刻盘；登记谁领取、作何用。",
        1,
    ),
    DemoArticle(
        "virus",
        None,
        "virus",
        "终端中毒：先断网，不要关机",
        "A workstation has a virus: unplug the network, do not switch it off",
        "终端弹窗、文件被改名，或流量异常。",
        "带毒的 U 盘，或补丁没有更新。",
        "1. 拔网线，保持开机。\n2. 拍下画面，记下时间。\n3. 报二线取证后再查杀；同网段终端逐台检查。",
        0,
    ),
]


def written(moment: Moment) -> list[Operation]:
    """All of them, and each time that one helped."""
    return [*(_write(moment, one) for one in ARTICLES), *(said for one in ARTICLES for said in _helped(moment, one))]


def _write(moment: Moment, one: DemoArticle) -> Operation:
    names = ("category", "kind", "title_zh", "title_en", "symptom", "cause", "solution")
    values = {name: getattr(one, name) or None for name in names}
    edit = {"doc": one.id, "type": "article", "key": {}, "set": values, "was": {}}
    return moment.edit("write_article", one.id, edits=[edit])


def _helped(moment: Moment, one: DemoArticle) -> Iterator[Operation]:
    for time in range(one.helped):
        yield moment.event("article_helped", str(time), doc=one.id, args={})
