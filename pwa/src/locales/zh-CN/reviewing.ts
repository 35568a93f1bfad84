export default {
  held: '{who}正在看这一轮（{at}开始）。您也可以看；要由您来定，先接手。',
  held_asks: '{who}正在看这一轮（{at}开始）。确定由您来定吗？',
  take_over: '接手',
  looked_at_by: '{who}在看',

  reason_photo_unclear: '照片不清楚',
  reason_reading_implausible: '读数不合理',
  reason_item_missing: '漏填或漏拍',
  reason_wrong_asset: '设备不对',
  reason_text_unclear: '文字说不清',
  reason_other: '其他',
  reason_colon: '：',
  reason_of: '第 {n} 处的退回原因',
  reason_needed: '选一个退回原因。',
  digits_hint: '按 1–6 选原因，选完自动到下一处；Ctrl ↵ 退回。',
}
