/**
 * Writes of one page. "Saved" is said only after the disk has it; a write that failed stays in here, with its content,
 * until it is on disk (interface.md 4.2). Fields fail one by one, so they are kept one by one: `useSaving` holds the last only.
 */
import { computed, inject, provide, ref, shallowRef, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { announce } from '@/feedback/announce'
import { feel } from '@/feedback/feel'

type Write = () => Promise<unknown>

export interface PageSaving {
  /** When the last write reached the disk; null before the first. */
  readonly saved_at: Ref<string | null>
  readonly failed: ComputedRef<boolean>
  /** `key`: what is written (a field, a photo). A newer write of the same thing replaces the one that failed. */
  save(key: string, write: Write): Promise<boolean>
  again(): Promise<void>
}

const PAGE_SAVING: InjectionKey<PageSaving> = Symbol('page saving')

export function providePageSaving(): PageSaving {
  const { t } = useI18n()
  const saved_at = ref<string | null>(null)
  const waiting = shallowRef<ReadonlyMap<string, Write>>(new Map())

  async function save(key: string, write: Write): Promise<boolean> {
    try {
      await write()
    } catch {
      waiting.value = new Map(waiting.value).set(key, write)
      feel('wrong')
      announce(t('errors.not_saved'), 'assertive')
      return false
    }
    const left = new Map(waiting.value)
    left.delete(key)
    waiting.value = left
    saved_at.value = new Date().toISOString()
    return true
  }

  async function again(): Promise<void> {
    for (const [key, write] of waiting.value) {
      if (!(await save(key, write))) return // the disk is still full: the others would fail alike
    }
  }

  const saving: PageSaving = { saved_at, failed: computed(() => waiting.value.size > 0), save, again }
  provide(PAGE_SAVING, saving)
  return saving
}

export function usePageSaving(): PageSaving {
  const saving = inject(PAGE_SAVING)
  if (!saving) throw new Error('no page above provides its saving')
  return saving
}
