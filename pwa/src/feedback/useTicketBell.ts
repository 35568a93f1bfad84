import { onScopeDispose, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useNotices } from '../composables/useNotices'
import type { Notice } from '../domain/types'
import { announce } from './announce'
import { feel } from './feel'

const RINGS: ReadonlySet<string> = new Set(['assigned', 'raised', 'near', 'past', 'escalated', 'handed_over'])
const AGAIN_MS = 5_000
const MOST_RINGS = 12

/** While the app is open: a message that needs somebody now is felt, and rings (where sound is on) until it was opened, a minute at most. */
export function useTicketBell(): void {
  const { t } = useI18n()
  const notices = useNotices()
  const known = new Set<string>()
  let ringing: ReturnType<typeof setInterval> | undefined
  let left = 0
  const stop = (): void => { clearInterval(ringing) }

  watch(notices, (now, before) => {
    if (now === null) return
    const loud = now.filter((notice) => notice.read_at === null && rings(notice))
    const fresh = loud.filter(({ id }) => !known.has(id))
    for (const { id } of now) known.add(id)
    if (loud.length === 0) stop()
    if (before === null || fresh.length === 0) return // what was there when the app opened is shown, not rung
    stop()
    left = MOST_RINGS
    announce(t('common.messages_unread', fresh.length), 'polite')
    ring()
    ringing = setInterval(ring, AGAIN_MS)
  })
  onScopeDispose(stop)

  function ring(): void {
    feel('ticket')
    left -= 1
    if (left <= 0) stop()
  }
}

const rings = ({ kind, args, urgent }: Notice): boolean => (urgent || RINGS.has(kind)) && args['quiet'] !== true
