"""The quarter's free check of the whole system with its test report (domain.md R1)."""

from server.demo.checklists.daily_field import TRAINING, WHOLE_ROUND
from server.demo.checklists.item import CABLES, FAULTS, for_assets, for_round, judgement, reading

POWER = [
    reading("ups_discharge", ("放电试验时长", "Discharge test"), 4, unit="min", decimals=0, low="30"),
    reading("ups_output_voltage", ("输出电压", "Output voltage"), 4, unit="V", decimals=1, low="209", high="231"),
    reading(
        "ups_battery_spread", ("单体电压最大差", "Spread between blocks"), 4, unit="V", decimals=2, low="0", high="0.50"
    ),
    judgement("ups_switchover", ("市电中断切换", "Switch-over on mains failure"), 4),
    judgement("ups_cleaning", ("除尘与紧固", "Dusted and tightened"), 4, phrases=FAULTS),
]
STORAGE = [
    reading("retention_days", ("录像保存天数", "Days of recording kept"), 2, unit="d", decimals=0, low="30"),
    reading("disk_faults", ("坏道与重映射", "Remapped sectors"), 2, unit="个", decimals=0, low="0", high="0"),
    judgement("playback", ("抽查回放", "Playback spot check"), 2),
    judgement("raid_state", ("阵列状态", "Array state"), 2, phrases=(("降级", "Degraded"), ("重建中", "Rebuilding"))),
]
SERVERS = [
    judgement("backup_restored", ("备份恢复演练", "Backup restored in a drill"), 3),
    judgement("patches", ("系统补丁与病毒库", "Patches and virus definitions"), 3),
    reading("server_inlet", ("进风温度", "Inlet temperature"), 3, unit="℃", decimals=1, low="18", high="27"),
    judgement("server_accounts", ("账号与日志核查", "Accounts and logs reviewed"), 3),
]
DISPLAYS = [
    judgement("wall_picture", ("画面显示", "Picture"), 1),
    judgement("wall_colour", ("亮度色彩校正", "Brightness and colour set"), 1),
]
CAMERAS = [
    judgement("camera_picture", ("画面清晰度", "Picture"), 5),
    reading("camera_earth", ("接地电阻", "Earth resistance"), 5, unit="Ω", decimals=1, low="0", high="10"),
    judgement("camera_cleaning", ("镜头与机箱清洁", "Lens and cabinet cleaned"), 5),
]
NETWORKS = [
    reading(
        "optical_power", ("光口接收功率", "Optical power received"), 7, unit="dBm", decimals=1, low="-24", high="-3"
    ),
    judgement("network_failover", ("主备切换", "Failover"), 7),
    judgement("network_config", ("配置备份", "Configuration saved"), 7),
]
FIBRES = [
    reading("fibre_loss", ("全程衰耗", "Total loss"), 7, unit="dB", decimals=2, low="0", high="6"),
    judgement("fibre_walk", ("全程徒步巡查", "Walked from end to end"), 7, phrases=CABLES),
]
COOLINGS = [
    reading("room_temperature", ("室内温度", "Room temperature"), 7, unit="℃", decimals=1, low="18", high="27"),
    judgement("cooling_filter", ("滤网清洗", "Filter washed"), 7),
]
SYSTEM = [
    judgement("system_end_to_end", ("从前端到大屏全程调看", "Picture followed from camera to video wall"), 7),
    judgement("system_alarms", ("告警联动与通知", "Alarms raised and passed on"), 7),
]
ROUND = [
    reading(
        "room_earth", ("机房接地电阻", "Earth resistance of the rooms"), 7, unit="Ω", decimals=2, low="0", high="1.00"
    ),
    judgement("fire_protection", ("消防与门禁", "Fire protection and doors"), 7),
    *WHOLE_ROUND,
]
ITEMS = [
    *for_assets(["ups"], POWER),
    *for_assets(["recording"], STORAGE),
    *for_assets(["server"], SERVERS),
    *for_assets(["live_display"], DISPLAYS),
    *for_assets(["camera"], CAMERAS),
    *for_assets(["network"], NETWORKS),
    *for_assets(["fibre"], FIBRES),
    *for_assets(["air_conditioning"], COOLINGS),
    *for_assets(["training"], TRAINING),
    *for_assets(["system"], SYSTEM),
    *for_round(ROUND),
]
