export default {
  waiting: '等您确认',
  reported: '{at} 报',
  done: '处理结果：{text}',
  ask: '请您确认：解决了吗？',
  agree: '已解决，同意关闭',
  refuse: '没有解决',
  words: '想说的（选填）',
  reason: '哪里还不对',
  lack_reason: '请写一句哪里还不对。',
  send_agree: '同意关闭',
  send_refuse: '没有解决，请继续处理',
}
