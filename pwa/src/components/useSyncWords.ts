import { CheckCheck, CloudUpload, Smartphone, TriangleAlert, WifiOff } from '@lucide/vue'
import type { Component, Ref } from 'vue'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useClock } from '@/composables/useClock'
import type { SyncStatus, Trouble } from '@/domain/types'
import { useFormat } from '@/format/useFormat'
import { useAmounts } from './useAmounts'

export interface SyncWords {
  readonly tone: 'wait' | 'sending' | 'verified'
  readonly icon: Component
  readonly title: string
  readonly sub: string
}

/** Where the work is, in one sentence and a second line. Being offline is weather: never red, never a dialog. */
export function useSyncWords(status: Ref<SyncStatus | null>): Ref<SyncWords | null> {
  const { t } = useI18n()
  const format = useFormat()
  const now = useClock()
  const amounts = useAmounts()

  function contact({ online, last_contact_at }: SyncStatus): string {
    if (!last_contact_at) return online ? '' : t('sync.no_signal')
    const at = format.whenAgo(last_contact_at, now.value)
    return online ? t('sync.last_contact', { at }) : t('common.sync_no_signal', { at })
  }

  function troubleWords(trouble: Trouble, { next_try_at }: SyncStatus): string {
    const texts: Record<Trouble, string> = {
      sign_in: t('errors.sign_in_expired'),
      captive_portal: t('errors.captive_portal'),
      no_answer: next_try_at ? t('errors.no_answer', { at: format.time(next_try_at) }) : t('errors.no_answer_soon'),
      storage: t('errors.storage_full'),
      not_allowed: t('errors.not_allowed'),
      too_old: t('errors.too_old'),
    }
    return texts[trouble]
  }

  return computed(() => {
    const is = status.value
    if (!is) return null
    const what = amounts(is)
    if (is.trouble) {
      return { tone: 'wait', icon: TriangleAlert, title: troubleWords(is.trouble, is), sub: what ? t('sync.on_phone', { what }) : contact(is) }
    }
    if (!what) {
      const sub = is.verified_at ? t('sync.verified_until', { at: format.when(is.verified_at, now.value) }) : contact(is)
      if (!is.online) return { tone: 'wait', icon: WifiOff, title: t('sync.nothing_to_send'), sub: contact(is) }
      return { tone: is.verified_at ? 'verified' : 'wait', icon: CheckCheck, title: t('sync.nothing_to_send'), sub }
    }
    if (is.phase === 'sending') return { tone: 'sending', icon: CloudUpload, title: t('sync.sending', { what }), sub: contact(is) }
    const title = is.online ? t('sync.on_phone_soon', { what }) : t('sync.on_phone_no_signal', { what })
    return { tone: 'wait', icon: Smartphone, title, sub: contact(is) }
  })
}
