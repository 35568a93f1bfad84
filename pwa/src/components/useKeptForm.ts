import { onScopeDispose, reactive, ref, watch, type Ref } from 'vue'
import { clearDraft } from '@/actions/clearDraft'
import { loadDraft } from '@/actions/loadDraft'
import { saveDraft } from '@/actions/saveDraft'

const PAUSE_MS = 400

export interface KeptForm<Fields> {
  readonly fields: Fields
  /** The person has written something, now or before a crash. */
  readonly touched: Readonly<Ref<boolean>>
  /** Show what stands, unless the person is writing already. */
  fill(standing: Fields): void
  /** It has become an operation, or was dropped. */
  forget(): Promise<void>
}

/** The fields of a form being filled, kept over a crash at every pause until they were sent or dropped. */
export function useKeptForm<Fields extends Record<string, string>>(name: string, empty: Fields): KeptForm<Fields> {
  const key = `typed/${name}`
  const fields = reactive({ ...empty }) as Fields
  const touched = ref(false)
  let shown = JSON.stringify(fields) // what we set ourselves is no writing
  let pause = 0

  function show(values: Fields): void {
    Object.assign(fields, values)
    shown = JSON.stringify(fields)
  }
  void loadDraft(key).catch(() => null).then((kept) => {
    if (typeof kept !== 'object' || kept === null || touched.value) return
    touched.value = true
    show(kept as unknown as Fields)
  })
  const stop = watch(fields, (now) => {
    const written = JSON.stringify(now)
    if (written === shown) return
    shown = written
    touched.value = true
    window.clearTimeout(pause)
    pause = window.setTimeout(() => void saveDraft(key, { ...now }).catch(() => undefined), PAUSE_MS)
  })
  onScopeDispose(stop)

  return {
    fields,
    touched,
    fill: (standing) => {
      if (!touched.value) show(standing)
    },
    async forget() {
      stop()
      window.clearTimeout(pause)
      await clearDraft(key).catch(() => undefined) // a draft too many is stale, not lost
    },
  }
}
