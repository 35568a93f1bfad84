import { useI18n } from 'vue-i18n'
import { useRefusalWords } from '@/components/useRefusalWords'
import { useClock } from '@/composables/useClock'
import { useMembers } from '@/composables/useMembers'
import type { AttentionEntry, Json } from '@/domain/types'
import { useFormat } from '@/format/useFormat'

/** Who, when, what and why of an operation that was not applied, in words. */
export function useAttentionWords() {
  const { t, te } = useI18n()
  const format = useFormat()
  const now = useClock()
  const members = useMembers()
  const refusalWords = useRefusalWords()

  return {
    what: ({ name }: AttentionEntry): string => (te(`sync.op_${name}`) ? t(`sync.op_${name}`) : t('sync.op_other')),
    who({ by, at }: AttentionEntry): string {
      const member = members.value?.find(({ person_id }) => person_id === by)
      return [member ? format.person(member) : by === null ? t('review.attention_by_server') : t('common.unknown_person'), format.whenAgo(at, now.value)].join(t('common.dot'))
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
