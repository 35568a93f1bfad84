/** The drawing on one photo. Each mark is on disk as a draft when the finger leaves the glass; pinning makes it an operation. */
import { ref, shallowRef, watch, type Ref } from 'vue'
import { clearDraft } from '@/actions/clearDraft'
import { loadDraft } from '@/actions/loadDraft'
import { saveDraft } from '@/actions/saveDraft'
import type { PageSaving } from '@/components/items/pageSaving'
import type { Json, Mark, Photo } from '@/domain/types'

const draftKey = (photoId: string) => `markup/${photoId}`

export function useMarking(photo: Ref<Photo | null>, saving: PageSaving) {
  // Shallow: the disk takes plain values, not Vue's proxies.
  const marks = shallowRef<readonly Mark[]>([])
  const changed = ref(false)

  async function begin(): Promise<void> {
    const current = photo.value
    if (!current) return
    const draft = await loadDraft(draftKey(current.id)).catch(() => null)
    if (photo.value?.id !== current.id || changed.value) return
    changed.value = Array.isArray(draft)
    marks.value = Array.isArray(draft) ? (draft as unknown as Mark[]) : (current.markup?.marks ?? [])
  }
  watch(() => photo.value?.id, begin, { immediate: true })

  async function set(next: readonly Mark[]): Promise<void> {
    const current = photo.value
    marks.value = next
    changed.value = true
    if (current) await saving.save(draftKey(current.id), () => saveDraft(draftKey(current.id), next as unknown as Json))
  }

  return {
    marks,
    add: (mark: Mark) => set([...marks.value, mark]),
    undo: () => set(marks.value.slice(0, -1)),
    /** The same drawing goes on over another picture (its faces hidden). */
    async moveTo(photoId: string): Promise<void> {
      await saving.save(draftKey(photoId), () => saveDraft(draftKey(photoId), marks.value as unknown as Json))
    },
    async forget(photoId: string): Promise<void> {
      changed.value = false
      await clearDraft(draftKey(photoId)).catch(() => undefined) // a draft too many is stale, not lost
    },
  }
}
