import { computed, shallowRef, watch, type Ref } from 'vue'
import { loadDraft } from '@/actions/loadDraft'
import { saveDraft } from '@/actions/saveDraft'
import type { PageSaving } from '@/components/items/pageSaving'
import type { Comment, RoundBook } from '@/domain/types'
import { sentBackPoints, type DealtWith } from './sentBackPoints'

/** The points of the latest send-back, and which of them this phone has dealt with (kept over a restart). */
export function useSentBack(book: Ref<RoundBook | null>, saving: PageSaving) {
  const dealt = shallowRef<DealtWith>({})
  const key = computed(() => (book.value?.sent_back ? `sent-back/${book.value.round.id}/${book.value.sent_back.at}` : null))
  watch(
    key,
    async (wanted) => {
      if (wanted === null) return
      const kept = (await loadDraft(wanted).catch(() => null)) as DealtWith | null
      dealt.value = { ...kept, ...dealt.value }
    },
    { immediate: true },
  )

  const points = computed(() => (book.value ? sentBackPoints(book.value, dealt.value) : []))
  const left = computed(() => points.value.filter((point) => point.done_at === null))

  async function deal(comment: Comment): Promise<void> {
    dealt.value = { ...dealt.value, [comment.id]: new Date().toISOString() }
    const wanted = key.value
    if (wanted !== null) await saving.save(wanted, () => saveDraft(wanted, dealt.value))
  }

  return { points, left, deal }
}
