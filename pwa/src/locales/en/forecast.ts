export default {
  days: '{n} day | {n} days',
  weeks: '{n} week | {n} weeks',
  months: '{n} month | {n} months',
  passes_high: 'Going by the last {n}, above the upper limit {limit} in about {when}.',
  passes_low: 'Going by the last {n}, below the lower limit {limit} in about {when}.',
  short_high: 'over in about {when}',
  short_low: 'under in about {when}',
}
