export default {
  days: '{n} 天',
  weeks: '{n} 周',
  months: '{n} 个月',
  passes_high: '按最近 {n} 次的趋势，约 {when}后超过上限 {limit}。',
  passes_low: '按最近 {n} 次的趋势，约 {when}后低于下限 {limit}。',
  short_high: '约 {when}后超上限',
  short_low: '约 {when}后低于下限',
}
