"""Daily items out of doors, the training documents, and the two rows that are answered for the whole round."""

from server.demo.checklists.item import CABLES, for_assets, for_round, judgement, reading

CAMERA = [
    judgement(
        "camera_picture",
        ("画面清晰度", "Picture"),
        5,
        phrases=(("模糊", "Blurred"), ("偏色", "Colour cast"), ("无画面", "No picture")),
    ),
    judgement("camera_night", ("夜视与补光", "Night picture and lamp"), 5, phrases=(("补光灯不亮", "Lamp off"),)),
    judgement(
        "camera_pole", ("立杆与机箱", "Pole and cabinet"), 5, phrases=(("锈蚀", "Rust"), ("箱门未锁", "Unlocked"))
    ),
    reading("camera_supply", ("供电电压", "Supply voltage"), 5, unit="V", decimals=1, low="11.4", high="12.6"),
    judgement("camera_lens", ("镜头清洁", "Lens clean"), 5, phrases=(("积灰", "Dust"), ("蛛网", "Cobweb"))),
]
FIBRE = [
    reading("fibre_power", ("光功率", "Optical power"), 7, unit="dBm", decimals=2, low="-25", high="-8"),
    reading("fibre_loss", ("全程衰耗", "Total loss"), 7, unit="dB", decimals=2, low="0", high="6"),
    judgement(
        "fibre_joints", ("接头盒与光交箱", "Joints and cabinets"), 7, phrases=(("进水", "Water"), ("未锁", "Unlocked"))
    ),
    judgement(
        "fibre_covers",
        ("井盖与管道", "Covers and ducts"),
        7,
        phrases=(("井盖破损", "Cover broken"), ("被占压", "Built over")),
    ),
    judgement("fibre_labels", ("标识牌", "Labels"), 7, phrases=CABLES),
]
TRAINING = [
    judgement("documents_current", ("版本为最新", "Latest edition"), 6, phrases=(("旧版", "Old edition"),)),
    judgement("documents_complete", ("资料齐全", "Complete"), 6, phrases=(("缺页", "Pages missing"),)),
]
WHOLE_ROUND = [
    judgement(
        "training_documents",
        ("培训文件正常", "Training documents in order"),
        6,
        phrases=(("缺少", "Missing"), ("旧版", "Old edition")),
    ),
    judgement(
        "whole_system",
        ("整套系统工作正常", "The whole system works"),
        7,
        phrases=(("部分功能不可用", "Partly unavailable"), ("响应慢", "Slow")),
    ),
]
FIELD_ITEMS = [
    *for_assets(["camera"], CAMERA),
    *for_assets(["fibre"], FIBRE),
    *for_assets(["training"], TRAINING),
    *for_round(WHOLE_ROUND),
]
