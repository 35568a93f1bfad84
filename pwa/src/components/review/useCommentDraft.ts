import { computed, ref, watch } from 'vue'
import type { Ref } from 'vue'
import { clearDraft } from '@/actions/clearDraft'
import { loadDraft } from '@/actions/loadDraft'
import { pinComment } from '@/actions/pinComment'
import type { CommentPin } from '@/actions/pinComment'
import { saveDraft } from '@/actions/saveDraft'
import type { ItemCell, Json, PhotoView } from '@/domain/types'

/** A comment being written: where it is pinned and its words, kept over a crash until it is pinned or dropped. */
export type DraftSpot = Omit<CommentPin, 'text'>
const PAUSE_MS = 400
const MIDDLE = 0.5

export function useCommentDraft(roundId: Ref<string>) {
  const spot = ref<DraftSpot | null>(null)
  const text = ref('')
  /** Counts up when the box is wanted: a press on C, on the photo. Moving the pin by its arrows does not take its focus away. */
  const wanted = ref(0)
  const key = computed(() => `review/${roundId.value}/comment`)
  let pause = 0

  watch(
    key,
    async (asked) => {
      spot.value = null
      text.value = ''
      const kept = roundId.value ? await loadDraft(asked).catch(() => null) : null
      if (asked === key.value && isDraft(kept)) [spot.value, text.value] = [kept.spot, kept.text]
    },
    { immediate: true },
  )
  watch([spot, text], () => {
    window.clearTimeout(pause)
    const [at, kept] = [key.value, spot.value ? { spot: { ...spot.value }, text: text.value } : null]
    pause = window.setTimeout(() => void (kept ? saveDraft(at, kept) : clearDraft(at)).catch(() => undefined), PAUSE_MS)
  })

  /** On the item, or on a spot of its photo. Words that were begun elsewhere stay where they belong. */
  function start(cell: ItemCell | null, view: PhotoView | null, at: readonly [x: number, y: number] | null = null): void {
    wanted.value += 1
    const same = spot.value?.asset_id === (cell?.asset?.id ?? null) && spot.value.check_key === (cell?.item.check_key ?? null)
    if (text.value.trim() !== '' && (!same || at === null)) return
    spot.value = {
      asset_id: cell?.asset?.id ?? null,
      check_key: cell?.item.check_key ?? null,
      photo_id: view?.photo.id ?? null,
      x: view ? (at?.[0] ?? MIDDLE) : null,
      y: view ? (at?.[1] ?? MIDDLE) : null,
    }
  }
  function move(dx: number, dy: number): void {
    const now = spot.value
    if (!now || now.x === null || now.y === null) return
    spot.value = { ...now, x: within(now.x + dx), y: within(now.y + dy) }
  }
  function drop(): void {
    spot.value = null
    text.value = ''
  }
  /** Rejects when it is not on disk: the words stay in the box. */
  async function pin(): Promise<void> {
    if (!spot.value || text.value.trim() === '') return
    await pinComment(roundId.value, { ...spot.value, text: text.value.trim() })
    drop()
  }
  return { spot, text, wanted, start, move, drop, pin }
}

export type CommentDraft = ReturnType<typeof useCommentDraft>

const within = (fraction: number) => Math.min(1, Math.max(0, fraction))
const isDraft = (kept: Json): kept is { spot: DraftSpot & { [key: string]: Json }; text: string } =>
  typeof kept === 'object' && kept !== null && !Array.isArray(kept) && 'spot' in kept && 'text' in kept
