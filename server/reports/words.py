"""The printed words, Chinese and English. What stands on the paper form is printed exactly as it stands there."""

from typing import Literal

from server.rules.blank import is_blank
from server.rules.documents import Fields

Language = Literal["zh-CN", "en", "both"]
LANGUAGES: tuple[Language, ...] = ("zh-CN", "en", "both")

WORDS: dict[str, tuple[str, str]] = {
    # the form
    "record": ("巡检记录单", "Inspection record"),
    "project": ("项目名称", "Project"),
    "staff": ("售后人员:", "After-sales staff:"),
    "time": ("时间:", "Time:"),
    "service_type": ("服务类型:", "Service type:"),
    "service_value": ("巡检记录", "Inspection"),
    "remark": ("备注", "Remark"),
    "item": ("巡检内容:", "Inspected:"),
    "status": ("状态", "Status"),
    "indication": ("指示", "Indication"),
    "actual": ("实际", "Actual"),
    "problem": ("出现问题:", "Problem found:"),
    "solution": ("如何解决", "How it was solved"),
    "cause": ("出现问题的原因", "Cause"),
    "equipment": ("需要更换设备清单", "Equipment to replace"),
    "suggestion": ("改进建议", "Suggestions"),
    "engineer_sign": ("巡检人员签字:", "Inspector’s signature:"),
    "client_sign": ("甲方签字盖章:", "Client’s signature and seal:"),
    "phone": ("联系电话:", "Phone:"),
    "number": ("编号", "No."),
    "contract": ("合同编号", "Contract no."),
    # the seven rows
    "row_1": ("实时画面显示正常", "Live video display works"),
    "row_2": ("录像存储正常", "Recording and storage work"),
    "row_3": ("服务器工作正常", "Servers work"),
    "row_4": ("UPS 主机工作正常", "UPS host works"),
    "row_5": ("前端摄像机工作正常", "Front-end cameras work"),
    "row_6": ("培训文件正常", "Training documents in order"),
    "row_7": ("整套系统工作正常", "The whole system works"),
    # answers and severities
    "normal": ("正常", "Normal"),
    "abnormal": ("异常", "Abnormal"),
    "not_applicable": ("不适用", "N/A"),
    "unmeasured": ("测不了", "Not measured"),
    "unanswered": ("未填", "Not answered"),
    "recorded": ("已记录", "Recorded"),
    "chosen": ("选择", "Chosen"),
    "text": ("填写", "Written"),
    "fixed_on_site": ("当场修复", "Fixed on site"),
    "true": ("是", "Yes"),
    "false": ("否", "No"),
    "severity_1": ("特别重大", "Critical"),
    "severity_2": ("重大", "Major"),
    "severity_3": ("较大", "Moderate"),
    "severity_4": ("一般", "General"),
    # per asset
    "check": ("检查项", "Item"),
    "per_asset": ("逐台检查", "Item by item"),
    "whole_round": ("整轮检查", "Whole round"),
    "result": ("结果", "Result"),
    "reading": ("读数", "Reading"),
    "limits": ("限值", "Limits"),
    "findings": ("所见与说明", "What was seen"),
    "seen": ("所见", "Seen"),
    "na_reason": ("不适用原因", "Not applicable because"),
    "unmeasurable_reason": ("测不了的原因", "Not measured because"),
    "overrule_reason": ("超限仍记正常的理由", "Judged normal beyond the limits because"),
    "above": ("超上限", "above the limit"),
    "below": ("低于下限", "below the limit"),
    "serial": ("序列号", "Serial"),
    "warranty": ("质保至", "Warranty until"),
    "scanned": ("到场扫码", "Scanned on site"),
    "received": ("服务器收到", "received by the server"),
    "not_scanned": ("本轮没有扫码记录", "Not scanned on this round"),
    "method_camera": ("相机", "camera"),
    "method_photo": ("照片", "photo file"),
    "method_typed": ("输入短码", "code typed"),
    "method_unreadable": ("标签损坏", "tag unreadable"),
    "ends": ("两端", "Ends"),
    "ticket": ("工单", "Ticket"),
    "photos": ("照片", "Photos"),
    "photo": ("照片", "Photo"),
    "marked": ("有标注", "marked up"),
    "changed_later": ("签字后有改动，见“签字后的改动”", "changed after signature, see “Changes after signature”"),
    "added_later": ("签字后补拍", "taken after signature"),
    "photo_expected": ("照片还没到服务器", "Photo not on the server yet"),
    "photo_received": ("照片已收到，还没核验", "Photo received, not verified yet"),
    "photo_refused": ("照片没被接受", "Photo not accepted"),
    "photo_lost": ("照片已声明丢失", "Photo declared lost"),
    "photo_unreadable": ("照片打不开", "Photo cannot be opened"),
    "withdrawn": ("已撤回", "withdrawn"),
    "other_photos": ("其他照片", "Other photos"),
    # signatures
    "signatures": ("签字", "Signatures"),
    "on_behalf": ("代签", "on behalf of"),
    "opinion": ("甲方不同意见", "Client’s objection"),
    "not_signed": ("未签", "Not signed"),
    "client_absent": ("甲方不在场，未签", "Client absent, not signed"),
    "earlier_signatures": ("更早的签字", "Earlier signatures"),
    "content_hash": ("签字内容校验码", "Hash of what was signed"),
    "unreadable_copy": (
        "所签内容不是本系统的格式，无法与现状对照",
        "What was signed is not in our format and could not be compared",
    ),
    "signed_at": ("签字时间", "Signed at"),
    # changes
    "changes": ("签字后的改动", "Changes after signature"),
    "no_changes": ("签字之后内容没有改动。", "Nothing changed after it was signed."),
    "signed_by": ("签字人", "Signed by"),
    "field": ("内容", "Field"),
    "from": ("原来", "From"),
    "to": ("改为", "To"),
    "by": ("谁", "Who"),
    "at": ("何时", "When"),
    "why": ("原因", "Why"),
    "empty": ("（空）", "(empty)"),
    "value": ("结果", "Result"),
    "severity": ("定级", "Severity"),
    "photos_added": ("补照片", "Photo added"),
    "photos_withdrawn": ("撤回照片", "Photo withdrawn"),
    # why a point was sent back
    "back_photo_unclear": ("照片不清楚", "Photo unclear"),
    "back_reading_implausible": ("读数不合理", "Reading implausible"),
    "back_item_missing": ("漏填或漏拍", "Something missing"),
    "back_wrong_asset": ("设备不对", "Wrong asset"),
    "back_text_unclear": ("文字说不清", "Words unclear"),
    "back_other": ("其他", "Other"),
    # conflicts, late matter
    "conflicts": ("填得不同的地方", "Filled in differently"),
    "stood": ("当时有效", "Stood"),
    "kept": ("另一个值", "Other value"),
    "settled": ("裁定", "Settled"),
    "choice_keep": ("保留有效值", "standing value kept"),
    "choice_take": ("改用另一个值", "other value taken"),
    "open": ("未裁定", "open"),
    "amendments": ("封存后的补充", "Amendments after the seal"),
    "late_finding": ("迟到的异常", "Late finding"),
    "late_photo": ("迟到的照片", "Late photo"),
    "late_change": ("迟到的改动", "Late change"),
    "what": ("内容", "What"),
    "kind": ("类别", "Kind"),
    "sent_backs": ("退回与补正", "Sent back"),
    "note": ("说明", "Note"),
    # seal
    "seal": ("封存", "Seal"),
    "sealed_at": ("封存时间", "Sealed at"),
    "sealed_by": ("封存人", "Sealed by"),
    "seal_hash": ("封存校验码", "Seal hash"),
    "previous_hash": ("上一份校验码", "Previous seal"),
    "first_seal": ("本项目第一份", "first of this project"),
    "approval_reason": ("封存理由", "Reason given"),
    "may_hold": ("封存时可能还有内容的手机", "Phones that might have held more at that time"),
    "verify": ("扫码核对本记录", "Scan to verify this record"),
    "verify_text": (
        "核对页只说这份记录是否已封存、校验码是否一致，不显示内容。",
        "The page says whether this record is sealed and the hash agrees; it shows no content.",
    ),
    "draft": ("草稿，未封存", "Draft, not sealed"),
    "draft_text": (
        "本页由当前数据生成，还可能改动，不能作为巡检记录存档。",
        "Made from the data of this moment and may still change; not the record to archive.",
    ),
    "page": ("第 {page} 页，共 {pages} 页", "Page {page} of {pages}"),
    "zone": ("时间均为", "All times"),
    "summary": (
        "{assets} 台设备，{items} 项：正常 {normal}，异常 {abnormal}，不适用 {not_applicable}{unmeasured}；"
        "{photos_taken}。",
        "{assets} assets, {items} items: {normal} normal, {abnormal} abnormal, {not_applicable} n/a{unmeasured}; "
        "{photos_taken}.",
    ),
    "summary_unmeasured": ("，测不了 {count}", ", {count} not measured"),
    "one_photo": ("照片 {count} 张", "{count} photo"),
    "n_photos": ("照片 {count} 张", "{count} photos"),
    "incomplete": ("必填未填 {count} 项", "{count} required items not answered"),
    "list_separator": ("、", ", "),
}


def texts(key: str, language: Language) -> list[str]:
    """Return the label in the asked language, or in both, Chinese first."""
    return in_language(WORDS[key], language)


def in_language(pair: tuple[str, str], language: Language) -> list[str]:
    """Choose from a Chinese and an English text; equal texts are printed once."""
    chinese, english = pair
    if language == "zh-CN":
        return [chinese]
    if language == "en":
        return [english]
    return [chinese] if chinese == english else [chinese, english]


def word(key: str, language: Language) -> str:
    """Return the label as one line."""
    return " ".join(texts(key, language))


def names_of(row: Fields, field: str, language: Language) -> list[str]:
    """Return what a row is called (`name`, `title`, `display_name`) as entered; Chinese where it has no English."""
    chinese, english = row[f"{field}_zh"], row[f"{field}_en"]
    return in_language((chinese, chinese if is_blank(english) else english), language)


def name_of(row: Fields, language: Language, field: str = "name") -> str:
    """Return what a row is called as one line."""
    return " ".join(names_of(row, field, language))
