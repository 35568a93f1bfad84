export default {
  one: '遗留问题',
  none: '没有遗留问题。',
  waiting: '正在取遗留问题',
  not_here: '这个问题不在这台设备上。',
  no_text: '没有更多说明。',
  told: '{by} 记于 {at}',
  somebody: '服务器',
  its_ticket: '来自的工单',
}
