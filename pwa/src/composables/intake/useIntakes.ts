import { v7 } from 'uuid'
import { computed, onScopeDispose, type Ref, shallowRef, watch } from 'vue'
import { clearDraft } from '../../actions/clearDraft'
import { saveDraft } from '../../actions/saveDraft'
import type { Intake, JsonObject } from '../../domain/types'
import { live } from '../live'
import { useClock } from '../useClock'
import { useSession } from '../useSession'

const PAUSE_MS = 400

export interface Intakes {
  readonly current: Readonly<Ref<Intake>>
  readonly parked: Readonly<Ref<readonly Intake[]>>
  /** When the draft last reached the disk. */
  readonly saved_at: Readonly<Ref<string | null>>
  change(set: Partial<Intake>): void
  /** Keep this one, with its clock, and begin another. */
  park(): Promise<void>
  take(intake: Intake): Promise<void>
  /** It has become operations, or was dropped. */
  finish(id: string): Promise<void>
}

const keyOf = (project: string, id: string): string => `intake/${project}/${id}`

/** The calls being taken down in this project: one on the screen, others waiting. Each is on disk at every pause. */
export function useIntakes(empty: (id: string) => Intake): Intakes {
  const { projectId } = useSession()
  const clock = useClock()
  const current = shallowRef(empty(v7()))
  const saved_at = shallowRef<string | null>(null)
  const kept = live(async ({ db }) => {
    const begin = keyOf(projectId.value ?? '', '')
    const rows = await db.drafts.where('key').startsWith(begin).toArray()
    return rows.map(({ value }) => value as unknown as Intake)
  }, projectId)
  const parked = computed(() => (kept.value ?? []).filter(({ id }) => id !== current.value.id).sort((a, b) => (a.started_at < b.started_at ? -1 : 1)))
  let pause: ReturnType<typeof setTimeout> | undefined

  async function store(): Promise<void> {
    clearTimeout(pause)
    const [intake, project] = [current.value, projectId.value]
    if (project === null || intake.started_at === '') return
    await saveDraft(keyOf(project, intake.id), { ...intake } as unknown as JsonObject)
    saved_at.value = clock.value.toISOString()
  }
  function change(set: Partial<Intake>): void {
    const started_at = current.value.started_at || clock.value.toISOString()
    current.value = { ...current.value, ...set, started_at }
    clearTimeout(pause)
    pause = setTimeout(() => void store().catch(() => undefined), PAUSE_MS)
  }
  function show(intake: Intake): void {
    ;[current.value, saved_at.value] = [intake, null]
  }
  watch(projectId, () => {
    clearTimeout(pause)
    show(empty(v7()))
  })
  onScopeDispose(() => void store().catch(() => undefined))

  return {
    current, parked, saved_at, change,
    async park() {
      await store()
      show(empty(v7()))
    },
    async take(intake) {
      await store()
      show(intake)
    },
    async finish(id) {
      clearTimeout(pause)
      if (projectId.value !== null) await clearDraft(keyOf(projectId.value, id)).catch(() => undefined) // a draft too many is stale, not lost
      if (current.value.id === id) show(empty(v7()))
    },
  }
}
