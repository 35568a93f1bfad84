import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Json } from '@/domain/types'
import { beginningName, clockName, minutesText, pauseName } from '@/rules/clocksWords'
import type { PolicyChange } from '@/rules/policyChanges'
import type { ClockKey, CountsFrom } from '@/rules/slaPolicy'
import { MATRIX_CLOCKS, PROMISES } from '@/rules/slaPolicy'
import { shownHours, shownPercents } from './entered'
import type { PolicyProblem } from './policyForm'

const isClock = (key: string): key is ClockKey => [...MATRIX_CLOCKS, ...PROMISES].some((one) => one === key)
const isBeginning = (key: string): key is CountsFrom => key === 'registration' || MATRIX_CLOCKS.some((one) => one === key)
const CLOCKS_IN: ReadonlySet<string> = new Set(['pauses', 'not_for'])

/** Fields, values, problems and changes of a clock policy in plain words. */
export function usePolicyWords() {
  const { t, te, locale } = useI18n()
  const language = computed(() => (locale.value === 'en' ? 'en' : 'zh-CN'))
  const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join(t('common.dot'))
  const clock = (key: string) => (isClock(key) ? clockName(key, language.value) : key)
  const severity = (level: string) => (/^[1-4]$/.test(level) ? t(`common.severity_${level}_short`) : '')
  const known = (key: string, otherwise: string) => (te(`policy.${key}`) ? t(`policy.${key}`) : otherwise)

  function field(path: string): string {
    const [part = '', name = '', more = ''] = path.split('.')
    switch (part) {
      case 'matrix': return joined([severity(name), more && clock(more)]) || t('policy.part_matrix')
      case 'promises': return joined([clock(name), known(`promise_${more}`, '')])
      case 'counts': return joined([clock(name), t('policy.counts_from')])
      case 'thresholds': return joined([t('policy.part_thresholds'), name === 'default' ? t('policy.every_severity') : severity(name)])
      case 'calendar_for': return joined([severity(name), t('policy.calendar_kind')])
      case 'pauses': return joined([t('policy.part_pauses'), pauseName(name, language.value)])
      case 'calendar': return joined([name === 'days' && more ? more : name === 'weekly' && more ? known(`day_${more}`, more) : known(`calendar_${name}`, name)])
      default: return known(`part_${part}`, part)
    }
  }

  function value(path: string, said: Json): string {
    const [part = '', name = ''] = path.split('.')
    if (said === null) return t(part === 'auto_confirm_days' ? 'policy.never' : part === 'matrix' || part === 'promises' ? 'policy.not_promised' : 'policy.nothing')
    if (part === 'thresholds') return `${shownPercents(said)} %`
    if (part === 'calendar' && name === 'weekly') return shownHours(said)
    if (CLOCKS_IN.has(part) && Array.isArray(said)) return said.map((one) => clock(String(one))).join(t('common.list_mark')) || t('policy.nothing')
    if (part === 'matrix' || part === 'promises') return typeof said === 'number' ? minutesText(said, language.value) : String(said)
    if (part === 'escalate_at') return `${String(said)} %`
    if (part === 'auto_confirm_days' || part === 'repeat_window_days') return t('policy.n_days', { n: String(said) })
    if (part === 'counts') return isBeginning(String(said)) ? beginningName(String(said) as CountsFrom, language.value) : String(said)
    if (part === 'calendar' && name === 'days') return known(`day_${String(said)}`, String(said))
    return known(`is_${String(said)}`, String(said))
  }

  return {
    clock, pause: (reason: string) => pauseName(reason, language.value), severity, field, value,
    reason: ({ reason }: PolicyProblem) => known(`wrong_${reason}`, reason),
    change: ({ field: path, before, after }: PolicyChange) => t('policy.changed', { field: field(path), before: value(path, before), after: value(path, after) }),
  }
}
