/**
 * Writes of one page. "Saved" is said only after the disk has it; a write that failed stays in here, with its content,
 * until it is on disk (interface.md 4.2). Fields fail one by one, so they are kept one by one: `useSaving` holds the last only.
 */
import { computed, inject, provide, ref, shallowRef, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { InvalidInput } from '@/domain/errors'
import { announce } from '@/feedback/announce'
import { feel } from '@/feedback/feel'

type Write = () => Promise<unknown>
/** `refused`: can never be stored (not a picture, too long), so there is nothing to try again. */
export type Saved = 'saved' | 'failed' | 'refused'

export interface PageSaving {
  /** When the last write reached the disk; null before the first. */
  readonly saved_at: Ref<string | null>
  readonly failed: ComputedRef<boolean>
  readonly refusal: Ref<InvalidInput['code'] | null>
  /** `quiet`: on disk, but nothing to be called saved. `key`: what is written (a field, a photo). A newer write of the same thing replaces the one that failed. */
  save(key: string, write: Write, how?: { readonly quiet: boolean }): Promise<Saved>
  /** Drafts are not called saved: what is typed may still be asked about before it counts. */
  readonly quiet_drafts: Ref<boolean>
  again(): Promise<void>
}

const PAGE_SAVING: InjectionKey<PageSaving> = Symbol('page saving')

export function providePageSaving(): PageSaving {
  const { t } = useI18n()
  const saved_at = ref<string | null>(null)
  const quiet_drafts = ref(false)
  const refusal = ref<InvalidInput['code'] | null>(null)
  const waiting = shallowRef<ReadonlyMap<string, Write>>(new Map())

  function settle(key: string, write: Write | null): void {
    const left = new Map(waiting.value)
    if (write) left.set(key, write)
    else left.delete(key)
    waiting.value = left
  }

  async function save(key: string, write: Write, { quiet } = { quiet: false }): Promise<Saved> {
    refusal.value = null
    try {
      await write()
    } catch (error) {
      feel('wrong')
      if (error instanceof InvalidInput) {
        refusal.value = error.code
        announce(t(`errors.cannot_store_${error.code}`), 'assertive')
        return 'refused'
      }
      settle(key, write)
      announce(t('errors.not_saved'), 'assertive')
      return 'failed'
    }
    settle(key, null)
    if (!quiet && !(quiet_drafts.value && key.startsWith('draft/'))) saved_at.value = new Date().toISOString()
    return 'saved'
  }

  async function again(): Promise<void> {
    for (const [key, write] of waiting.value) {
      if ((await save(key, write)) === 'failed') return // the disk is still full: the others would fail alike
    }
  }

  const saving: PageSaving = { saved_at, quiet_drafts, refusal, failed: computed(() => waiting.value.size > 0), save, again }
  provide(PAGE_SAVING, saving)
  return saving
}

export function usePageSaving(): PageSaving {
  const saving = inject(PAGE_SAVING)
  if (!saving) throw new Error('no page above provides its saving')
  return saving
}
