import { useI18n } from 'vue-i18n'
import { useRefusalWords } from '@/components/useRefusalWords'
import { useClock } from '@/composables/useClock'
import { useMembers } from '@/composables/useMembers'
import type { AttentionCause, AttentionEntry, Json } from '@/domain/types'
import { useFormat } from '@/format/useFormat'

/** Who, when, what and why of an operation that was not applied, in words. */
export function useAttentionWords() {
  const { t, te } = useI18n()
  const format = useFormat()
  const now = useClock()
  const members = useMembers()
  const refusalWords = useRefusalWords()

  const called = (name: string): string => (te(`sync.op_${name}`) ? t(`sync.op_${name}`) : t('sync.op_other'))
  const person = (by: string): string => {
    const member = members.value?.find(({ person_id }) => person_id === by)
    return member ? format.person(member) : t('common.unknown_person')
  }

  return {
    what: ({ name }: AttentionEntry): string => called(name),
    /** What it waits for, and where that is. */
    cause({ name, by, outcome }: AttentionCause): string {
      if (name === null) return t('review.cause_not_here')
      const words = { what: called(name), who: by === null ? t('review.attention_by_server') : person(by) }
      return t(outcome === 'parked' ? 'review.cause_parked' : 'review.cause_waits', words)
    },
    who({ by, at }: AttentionEntry): string {
      return [by === null ? t('review.attention_by_server') : person(by), format.whenAgo(at, now.value)].join(t('common.dot'))
    },
    why: (entry: AttentionEntry): string => (entry.outcome === 'waiting' ? t('review.attention_waits') : refusalWords(entry)),
  }
}

/** The server keeps bodies as they came: as text. */
export function bodyOf({ body }: AttentionEntry): Json {
  if (typeof body !== 'string') return body
  try {
    return JSON.parse(body) as Json
  } catch {
    return body
  }
}
