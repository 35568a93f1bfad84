import type { InjectionKey, Ref } from 'vue'
import { computed, provide, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { InvalidInput } from '@/domain/errors'
import { announce } from '@/feedback/announce'
import { feel } from '@/feedback/feel'

/** Set when trying again is useless because the content itself cannot be stored; SaveTrouble below then says why. */
export const REFUSAL: InjectionKey<Readonly<Ref<InvalidInput['code'] | null>>> = Symbol('refusal')

/** Run a write, and whatever follows it, and know in the screen whether it is on disk. A failure stays until it is
    solved (interface.md 4.2): show <SaveTrouble v-if="saving.failed.value" @again="saving.again" />; the field keeps
    its content meanwhile. */
export function useSaving() {
  const { t } = useI18n()
  const waiting = ref<(() => Promise<unknown>) | null>(null)
  const refusal = ref<InvalidInput['code'] | null>(null)
  const saved_at = ref<string | null>(null)
  const busy = ref(false)
  provide(REFUSAL, refusal)

  async function save<Result>(write: () => Promise<Result>): Promise<Result | undefined> {
    busy.value = true
    try {
      const result = await write()
      waiting.value = null
      refusal.value = null
      saved_at.value = new Date().toISOString()
      return result
    } catch (error) {
      waiting.value = write
      refusal.value = error instanceof InvalidInput ? error.code : null
      feel('wrong')
      announce(t(refusal.value ? `errors.cannot_store_${refusal.value}` : 'errors.not_saved'), 'assertive')
      return undefined
    } finally {
      busy.value = false
    }
  }

  return {
    save,
    busy,
    saved_at,
    failed: computed(() => waiting.value !== null),
    again: () => (waiting.value ? save(waiting.value) : Promise.resolve(undefined)),
  }
}
