"""The sentence for each reason why an operation was not applied: what happened, what is safe, what to do."""

from server.language import Sentence

REASONS: dict[str, Sentence] = {
    "unknown_document": Sentence(
        "这份资料不在您的项目里，或还没到服务器。内容已留底。",
        "This is not in your projects, or has not reached the server. What you wrote is kept.",
    ),
    "role_missing": Sentence(
        "您的岗位不能做这一步。内容已留底，请交给服务经理。",
        "Your role may not do this. What you wrote is kept; hand it to your manager.",
    ),
    "screen_is_old": Sentence(
        "您看的时候内容又变了。请看过新的再决定。", "It has changed since you looked. Look again, then decide."
    ),
    "unknown_cause": Sentence(
        "您看到的内容还没全到服务器。传完再决定。",
        "Not everything you saw has reached the server. Decide once it has.",
    ),
    "malformed": Sentence(
        "这一笔的格式不对，没有采用。内容已留底。", "This was not well-formed and was not applied. It is kept."
    ),
    "operation_too_large": Sentence(
        "这一笔超过 {limit} 字节，没有采用。内容已留底。", "This exceeds {limit} bytes and was not applied. It is kept."
    ),
    "forbidden_character": Sentence(
        "文字里有不能保存的字符，没有采用。内容已留底。",
        "The text has a character that cannot be stored. It was not applied and is kept.",
    ),
    "unknown_name": Sentence(
        "服务器不认识这种操作。请更新应用；内容已留底。",
        "The server does not know this kind of operation. Update the app; what you wrote is kept.",
    ),
    "unknown_reference": Sentence(
        "它指向的资料不在本项目。内容已留底。", "It points to something outside this project. It is kept."
    ),
    "wrong_natural_id": Sentence("编号与内容对不上，没有采用。", "Its id does not match its content; not applied."),
    "id_not_fresh": Sentence(
        "它的编号不是新生成的，没有采用。内容已留底，请更新应用后再传。",
        "Its id was not newly made, so it was not applied. It is kept; update the app and send it again.",
    ),
    "several_projects": Sentence("一次操作只能改一个项目。", "One operation may change one project only."),
    "fields_missing": Sentence("缺少必填内容：{fields}。", "Required fields are missing: {fields}."),
    "not_submitted": Sentence("这一轮现在不是待复核。", "This round is not waiting for review now."),
    "round_incomplete": Sentence(
        "还有必填项没填，补齐才能封存。", "Required items are missing; sealing waits for them."
    ),
    "conflicts_open": Sentence("还有填得不同的地方没定。", "Some items are still filled in differently."),
    "photos_missing": Sentence("还有照片没到，收齐才能封存。", "Photos are still missing; sealing waits for them."),
    "signature_missing": Sentence("还缺签字，或签字后内容改过要重签。", "A signature is missing or no longer stands."),
    "phones_may_hold": Sentence(
        "有手机可能还存着没传的内容。写明理由才能封存。",
        "A phone may still hold unsent work. Give a reason to seal anyway.",
    ),
    "no_mail_here": Sentence(
        "这台服务器没有设置邮件。链接没有建，请去掉邮箱再建一次，地址和验证码由您转告。",
        "This server sends no e-mail. No link was made: make it without an address, and pass it on yourself.",
    ),
    "not_resolved_yet": Sentence(
        "这张工单还没有解决，先解决再请甲方确认。", "This ticket is not solved yet. Solve it, then ask the client."
    ),
    "already_settled": Sentence("这一处已经有人定过了。", "This has been settled already."),
    "decide_again": Sentence(
        "决定只能看着现在的内容再做一次，不能事后采用。",
        "A decision cannot be accepted later; make it again on what the screen shows now.",
    ),
    "job_done": Sentence(
        "这项工作已经做完，或不在这个项目里。", "This work has been done meanwhile, or is not of this project."
    ),
    "message_settled": Sentence(
        "这条消息已经发出，或不再发送。", "This message has gone out meanwhile, or is not to be sent any more."
    ),
    "channel_disabled": Sentence("这个渠道已停用。", "This channel is switched off."),
    "tag_taken": Sentence("这个短码已经用过。", "This short code is in use already."),
    "tag_revoked": Sentence("这个标签已经作废。", "This tag has been revoked already."),
    "policy_makes_no_sense": Sentence(
        "时限规则里有讲不通的值，没有采用。请看标红的地方。",
        "Some values of the clock policy make no sense, so it was not applied. See the marked fields.",
    ),
    "cannot_take_back": Sentence(
        "这一步不是我们的人按的，不能撤销。内容已留底。",
        "This step was not one of ours to press, so it cannot be taken back. What you wrote is kept.",
    ),
    "comments_missing": Sentence("没有要退回的批注。", "There is no comment to send back."),
    "reasons_missing": Sentence(
        "退回的每一处都要选一个原因，没有退回。请选好再退回。",
        "Every point that is sent back needs a reason, so nothing was sent back. Choose them, then send it back.",
    ),
    "already_published": Sentence("这个版本已经发布，不能再改。", "This version is published and cannot change."),
    "draft_published": Sentence(
        "这份表单已经发布成新版本，不能再改。内容已留底，请另起一稿。",
        "This draft has been published meanwhile and cannot change. What you wrote is kept; begin a new draft.",
    ),
    "draft_dropped": Sentence(
        "这份草稿已经放弃。内容已留底；要接着改，请先取回草稿。",
        "This draft has been dropped. What you wrote is kept; take the draft back to go on.",
    ),
    "draft_has_problems": Sentence(
        "表单里还有讲不通的地方，没有发布。请看列出的问题。",
        "The draft still has problems, so it was not published. See the list.",
    ),
    "newer_version": Sentence(
        "您看的时候，别人发布了第 {version} 版。请先看它与草稿的不同，再决定。",
        "Version {version} has been published since you looked. See how the draft differs from it, then decide.",
    ),
    "wrong_content_hash": Sentence("签字内容与校验码对不上。", "The signed content does not match its hash."),
    "wrong_plan": Sentence("这一轮与计划对不上。", "This round does not match its plan."),
    "place_in_itself": Sentence(
        "这样一来，这个地点就在它自己里面了，没有采用。请换一个上级地点。",
        "This would put the place inside itself, so it was not applied. Choose another place above it.",
    ),
    "plan_without_contract_end": Sentence(
        "合同终止日还没填，算不出这个计划的日期。请先在项目设置里填写。",
        "The contract's end is not filled in, so this plan has no day. Fill it in with the project first.",
    ),
    "plan_never_due": Sentence(
        "按这个规则，计划开始以后一天也轮不到。请改规则或开始日。",
        "By this rule no day ever comes after the plan begins. Change the rule or its first day.",
    ),
    "scope_too_large": Sentence(
        "这个范围超过 {limit} 台设备，一轮走不完。请按机房或类别分成几个计划。",
        "This covers more than {limit} assets, which nobody walks in one round. Divide it by room or category.",
    ),
    "calendar_day_turned": Sentence("结束日早于开始日，没有采用。", "It ends before it begins; not applied."),
    "calendar_day_too_long": Sentence(
        "一段日子最多 {limit} 天，没有采用。", "One entry is at most {limit} days long; not applied."
    ),
    "shift_ends_first": Sentence(
        "这一班结束得比开始早，没有采用。请改一下时间。",
        "This shift would end before it starts, so it was not applied. Change its hours.",
    ),
    "not_staff": Sentence(
        "这个人不在本项目的服务人员里，不能排班。内容已留底。",
        "This person is not of the project's staff and cannot be on duty. What you wrote is kept.",
    ),
    "name_taken": Sentence(
        "这个登录名已经有人用了，请换一个。", "Somebody signs in by this name already. Choose another."
    ),
    "certificate_ends_first": Sentence(
        "证书的到期日早于发证日，没有采用。请改一下日期。",
        "This certificate would end before it was issued, so it was not applied. Change its days.",
    ),
    "device_in_hand": Sentence(
        "这就是您手里的设备，不能停用自己。请在另一台设备上停用它。",
        "This is the device in your hand. Revoke it from another one.",
    ),
    "project_code_taken": Sentence(
        "已经有项目用了这个编号，请换一个。", "Another project has this code already. Choose another."
    ),
    "invitation_used": Sentence("这个邀请已经用过了。", "This invitation has been used already."),
    "invitation_revoked": Sentence("这个邀请已经撤回。", "This invitation was withdrawn."),
    "invitation_expired": Sentence("这个邀请已经过期。", "This invitation has expired."),
    "invitation_for_another": Sentence("这个邀请是发给另一个人的。", "This invitation is for somebody else."),
    "not_stored": Sentence(
        "数据库没有接受这一笔。内容已留底，请联系管理员。",
        "The database did not take this. It is kept; tell the operator.",
    ),
    "op_id_reused": Sentence(
        "同一编号已有另一份内容。这一份会换号再传。",
        "Another content holds this id. This one is sent again under a new id.",
    ),
    "device_revoked": Sentence(
        "这台设备已停用。内容已留底，由服务经理决定是否采用。",
        "This device was revoked. What it brought is kept; a manager decides whether it counts.",
    ),
    "sealed_otherwise": Sentence(
        "服务器恢复后，这一轮与当时封存的内容不同。请看过再封存。",
        "After the server was restored this round is not what was sealed then. Look at it again, then seal it.",
    ),
    "import_moved_on": Sentence(
        "这次导入已经有人处理过了。请看现在的情况。",
        "Somebody has dealt with this import already. See how it is now.",
    ),
    "import_changes_nothing": Sentence(
        "这张表里没有要新增或修改的设备。", "This table adds no asset and changes none."
    ),
    "set_aside": Sentence("服务经理看过，决定不采用。内容已留底。", "A manager decided not to apply it. It is kept."),
}

CODES: dict[str, Sentence] = {
    "forbidden": REASONS["role_missing"],
    "stale": REASONS["screen_is_old"],
    "sealed": Sentence(
        "这一轮已封存，不能再改。内容已留底。", "This round is sealed and cannot change. What you wrote is kept."
    ),
    "invalid": REASONS["malformed"],
    "unknown_name": REASONS["unknown_name"],
    "op_id_reused": REASONS["op_id_reused"],
}


def sentence_of(code: str | None, reason: str | None) -> Sentence:
    """The most exact sentence there is."""
    found = REASONS.get(reason or "") or CODES.get(code or "")
    return found or CODES["invalid"]
