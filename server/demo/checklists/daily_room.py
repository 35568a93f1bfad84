"""Daily items inside the building: power, recording, servers, network, cooling, video wall."""

from server.demo.checklists.item import CABLES, FAULTS, LAMPS, for_assets, judgement, reading

UPS = [
    judgement("ups_panel", ("面板显示与告警", "Panel display and alarms"), 4, phrases=LAMPS),
    reading("ups_output_voltage", ("输出电压", "Output voltage"), 4, unit="V", decimals=1, low="209", high="231"),
    reading("ups_load", ("负载率", "Load"), 4, unit="%", decimals=0, low="0", high="80"),
    reading("ups_battery_voltage", ("电池组电压", "Battery voltage"), 4, unit="V", decimals=1, low="264", high="276"),
    reading(
        "ups_battery_temperature",
        ("电池表面温度", "Battery surface temperature"),
        4,
        unit="℃",
        decimals=1,
        low="15",
        high="30",
        guidance=("测温枪对准最热的一节，距离 10 cm。", "Aim the infrared gun at the hottest block, from 10 cm."),
    ),
    judgement("ups_fan", ("风扇与滤网", "Fan and filter"), 4, phrases=FAULTS),
    judgement("ups_bypass", ("旁路与接线", "Bypass and cabling"), 4, phrases=CABLES),
]
RECORDING = [
    judgement(
        "live_picture",
        ("实时画面", "Live picture"),
        1,
        phrases=(("黑屏", "Black"), ("卡顿", "Stutters"), ("花屏", "Distorted")),
    ),
    judgement(
        "playback",
        ("录像存储与回放", "Recording and playback"),
        2,
        phrases=(("有断档", "Gaps"), ("不能回放", "No playback")),
        guidance=("抽查昨天任意一路，拖动回放。", "Pick any channel of yesterday and scrub through it."),
    ),
    judgement("disk_lamps", ("硬盘状态灯", "Disk lamps"), 2, phrases=LAMPS),
    reading("disk_use", ("磁盘使用率", "Disk use"), 2, unit="%", decimals=0, low="0", high="90"),
    reading("cameras_online", ("在线摄像机", "Cameras online"), 5, unit="路", decimals=0, low="60", high="64"),
    reading("clock_offset", ("时钟偏差", "Clock offset"), 2, unit="s", decimals=0, low="-5", high="5"),
    judgement("recorder_fan", ("风扇与滤网", "Fan and filter"), 2, phrases=FAULTS),
]
SERVER = [
    judgement("server_lamps", ("电源与状态灯", "Power and status lamps"), 3, phrases=LAMPS),
    reading("server_cpu", ("处理器使用率", "Processor use"), 3, unit="%", decimals=0, low="0", high="85"),
    reading("server_memory", ("内存使用率", "Memory use"), 3, unit="%", decimals=0, low="0", high="85"),
    reading("server_disk", ("系统盘使用率", "System disk use"), 3, unit="%", decimals=0, low="0", high="85"),
    reading("server_inlet", ("进风温度", "Inlet temperature"), 3, unit="℃", decimals=1, low="18", high="27"),
    judgement(
        "server_services",
        ("业务服务进程", "Application services"),
        3,
        phrases=(("进程停止", "Stopped"), ("响应慢", "Slow")),
    ),
    judgement("server_cabling", ("接线与标签", "Cabling and labels"), 3, phrases=CABLES),
]
NETWORK = [
    judgement("port_lamps", ("端口与告警灯", "Port and alarm lamps"), 7, phrases=LAMPS),
    reading(
        "optical_power", ("光口接收功率", "Optical power received"), 7, unit="dBm", decimals=1, low="-24", high="-3"
    ),
    reading("network_cpu", ("处理器使用率", "Processor use"), 7, unit="%", decimals=0, low="0", high="70"),
    reading("network_temperature", ("机内温度", "Inner temperature"), 7, unit="℃", decimals=0, low="0", high="60"),
    judgement("network_fan", ("风扇", "Fans"), 7, phrases=FAULTS),
    judgement("network_cabling", ("链路与接线", "Links and cabling"), 7, phrases=CABLES),
]
COOLING = [
    judgement("cooling_panel", ("运行状态与告警", "State and alarms"), 7, phrases=LAMPS),
    reading("room_temperature", ("室内温度", "Room temperature"), 7, unit="℃", decimals=1, low="18", high="27"),
    reading("room_humidity", ("室内湿度", "Room humidity"), 7, unit="%RH", decimals=0, low="40", high="60"),
    reading("supply_temperature", ("送风温度", "Supply air temperature"), 7, unit="℃", decimals=1, low="12", high="20"),
    judgement(
        "cooling_filter",
        ("滤网与排水", "Filter and drain"),
        7,
        phrases=(("积灰", "Dust"), ("排水不畅", "Drain blocked"), ("漏水", "Leak")),
    ),
    judgement("cooling_outlet", ("送风口无遮挡", "Air outlets clear"), 7, phrases=(("被挡住", "Blocked"),)),
]
DISPLAY = [
    judgement("wall_picture", ("画面显示", "Picture"), 1, phrases=(("黑屏", "Black"), ("闪烁", "Flicker"))),
    judgement("wall_pixels", ("坏点与亮度", "Dead pixels and brightness"), 1, phrases=(("偏暗", "Dim"),)),
    judgement("wall_switching", ("切换与上墙", "Switching"), 1, phrases=(("切换慢", "Slow"), ("不能上墙", "Fails"))),
    reading("wall_temperature", ("机身温度", "Case temperature"), 1, unit="℃", decimals=0, low="0", high="55"),
    judgement("wall_cabling", ("接线与固定", "Cabling and fixing"), 1, phrases=CABLES),
]
ROOM_ITEMS = [
    *for_assets(["ups"], UPS),
    *for_assets(["recording"], RECORDING),
    *for_assets(["server"], SERVER),
    *for_assets(["network"], NETWORK),
    *for_assets(["air_conditioning"], COOLING),
    *for_assets(["live_display"], DISPLAY),
]
