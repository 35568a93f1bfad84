import { onMounted, readonly, ref } from 'vue'
import { loadDraft } from '@/actions/loadDraft'
import { saveDraft } from '@/actions/saveDraft'

/** "Let the manager decide": the conflict stays open and stops asking on this phone; review shows it to the supervisor. */
export function useLeftToManager(conflict_id: string) {
  const key = `left_to_manager/${conflict_id}`
  const left = ref(false)
  onMounted(async () => (left.value = (await loadDraft(key)) === true))

  return {
    left: readonly(left),
    async leave(): Promise<void> {
      left.value = true
      await saveDraft(key, true)
    },
  }
}
