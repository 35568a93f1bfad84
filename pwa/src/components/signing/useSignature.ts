/** A signature being given: every stroke is on disk as it ends, so that neither a back gesture nor a dead battery costs one. */
import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { clearDraft } from '@/actions/clearDraft'
import { loadDraft } from '@/actions/loadDraft'
import { saveDraft } from '@/actions/saveDraft'
import type { PageSaving } from '@/components/items/pageSaving'
import type { Json, Party, Strokes } from '@/domain/types'
import { boxedIn, hasInk, NO_STROKES } from './strokes'

export const signatureDraft = (roundId: string, party: Party): string => `signature/${roundId}/${party}`

export function useSignature(roundId: Ref<string>, party: Party, saving: PageSaving) {
  // Shallow: the disk takes plain values, not Vue's proxies.
  const strokes = shallowRef<Strokes>(NO_STROKES)
  const saved_at = ref<string | null>(null)
  const resting = ref(true)
  const key = computed(() => signatureDraft(roundId.value, party))
  let touched = false

  watch(
    key,
    async (wanted) => {
      const draft = await loadDraft(wanted).catch(() => null)
      if (!touched && isStrokes(draft)) strokes.value = draft
    },
    { immediate: true },
  )

  async function keep(next: Strokes): Promise<void> {
    touched = true
    resting.value = false
    strokes.value = next
    const outcome = await saving.save(key.value, () => saveDraft(key.value, next as unknown as Json))
    if (outcome !== 'saved') return
    saved_at.value = new Date().toISOString()
    resting.value = strokes.value === next
  }

  return {
    strokes,
    saved_at,
    /** All of this ink is on the phone's disk: only now may the screen say so. */
    kept: computed(() => resting.value && hasInk(strokes.value)),
    inked: computed(() => hasInk(strokes.value)),
    /** With a box around all of its ink: what is signed. */
    whole: () => boxedIn(strokes.value),
    keep,
    redo: () => keep(NO_STROKES),
    async done(): Promise<void> {
      await clearDraft(key.value).catch(() => undefined) // the signed copy is on disk: a draft too many is stale, not lost
      strokes.value = NO_STROKES
    },
  }
}

function isStrokes(draft: Json): draft is Json & Strokes {
  return typeof draft === 'object' && draft !== null && !Array.isArray(draft) && 'paths' in draft
}
