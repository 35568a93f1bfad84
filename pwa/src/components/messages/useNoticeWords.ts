import { useI18n } from 'vue-i18n'
import type { Notice } from '@/domain/types'
import { useFormat } from '@/format/useFormat'

/** A message in words: what happened, to which fault, by when. Its facts are those of when it was written. */
export function useNoticeWords() {
  const { t, te } = useI18n()
  const format = useFormat()
  const text = (notice: Notice, name: string): string => (typeof notice.args[name] === 'string' ? notice.args[name] : '')
  const clock = (notice: Notice): string => {
    const key = `messages.clock_${text(notice, 'clock')}`
    return te(key) ? t(key) : text(notice, 'clock')
  }
  const happened = (notice: Notice): string => {
    const key = te(`messages.happened_${notice.kind}`) ? notice.kind : 'other'
    const tier = Number(notice.args['to_tier'] ?? 0)
    return t(`messages.happened_${key}`, { clock: clock(notice), tier: tier > 0 ? t(`messages.tier_${tier}`) : '' })
  }
  const phone = (notice: Notice): string =>
    t('messages.phone_unseen', {
      who: format.pick(text(notice, 'who_zh'), text(notice, 'who_en')), label: text(notice, 'label'),
      hours: Number(notice.args['hours']), rounds: Number(notice.args['rounds']),
    })
  const about = (notice: Notice): string => notice.kind === 'phone_unseen' ? phone(notice) :
    [text(notice, 'number'), ...['title', 'round'].map((name) => format.pick(text(notice, `${name}_zh`), text(notice, `${name}_en`)))].filter((part) => part).join(t('common.dot'))
  const due = (notice: Notice, now: Date): string => {
    const at = text(notice, 'due_at')
    return at ? t('messages.due', { at: format.when(at, now) }) : ''
  }
  return { happened, about, due, said: (notice: Notice) => text(notice, 'text') }
}
