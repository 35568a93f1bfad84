/** Everything the review's panels share: the round, where the person is in it, pins, and the decisions. One per screen. */
import { computed, inject, provide, ref, watch } from 'vue'
import type { InjectionKey, Ref } from 'vue'
import { approveRound } from '@/actions/approveRound'
import { declarePhotoLost } from '@/actions/declarePhotoLost'
import { sendBack } from '@/actions/sendBack'
import { settleConflict } from '@/actions/settleConflict'
import { useDecision } from '@/components/decisions/useDecision'
import { useReview } from '@/composables/useReview'
import { useSession } from '@/composables/useSession'
import type { Conflict, Decision, Photo, ReturnReasons } from '@/domain/types'
import { blockersOf } from './blockers'
import { cellOf, cellsOf, factKey } from './lookedAt'
import { pinnedComments } from './pinNumbers'
import { useCommentDraft } from './useCommentDraft'
import { useLookedAt } from './useLookedAt'
import { useReviewHold } from './useReviewHold'
import { useReviewWalk } from './useReviewWalk'

function makeReviewDesk(roundId: Ref<string>) {
  const { can, person } = useSession()
  const review = useReview(roundId)
  const walk = useReviewWalk(review)
  const draft = useCommentDraft(roundId)
  const looked = useLookedAt(review, () => person.value?.id ?? null)
  const decision = useDecision()
  /** What was just decided here, until another round is opened. */
  const done = ref<'approved' | 'sent_back' | null>(null)
  watch(roundId, () => { done.value = null })

  const phase = computed(() => review.value?.book.phase ?? null)
  const can_decide = computed(() => can('supervisor') && phase.value === 'submitted')
  const hold = useReviewHold(roundId, computed(() => review.value?.book.round ?? null), can_decide, () => person.value?.id ?? null)
  const pins = computed(() => pinnedComments(review.value?.book.comments ?? [], review.value?.book.events ?? []))
  const blockers = computed(() => (review.value ? blockersOf(review.value, looked.moved.value.length + Number(looked.stale.value)) : []))

  async function decide(act: () => Promise<Decision>): Promise<boolean> {
    const applied = await decision.decide(act)
    const { trouble } = decision
    if (trouble.value?.outcome === 'parked' && trouble.value.code === 'stale') looked.markStale()
    return applied
  }
  async function approve(reason: string | null): Promise<void> {
    if (await decide(() => approveRound(roundId.value, reason))) done.value = 'approved'
  }
  async function sendPinsBack(reasons: ReturnReasons, note: string | null): Promise<void> {
    if (await decide(() => sendBack(roundId.value, reasons, note))) done.value = 'sent_back'
  }
  async function settle(conflict: Conflict, choice: 'keep' | 'take'): Promise<void> {
    const cell = review.value ? cellOf(cellsOf(review.value.book), conflict.doc_id) : undefined
    const own = [factKey('conflict', cell?.key ?? '-', conflict.id), factKey(cell ? 'answer' : 'form', cell?.key ?? 'round', conflict.field)]
    if (await decide(() => settleConflict(conflict, choice))) looked.expect(...own)
  }
  const declareLost = (photo: Photo, reason: string) => decide(() => declarePhotoLost(photo, reason))

  return { roundId, review, phase, walk, draft, looked, pins, hold, blockers, can_decide, decision, done, approve, sendPinsBack, settle, declareLost }
}

export type ReviewDesk = ReturnType<typeof makeReviewDesk>
const KEY: InjectionKey<ReviewDesk> = Symbol('review desk')

export function provideReviewDesk(roundId: Ref<string>): ReviewDesk {
  const desk = makeReviewDesk(roundId)
  provide(KEY, desk)
  return desk
}

export function useReviewDesk(): ReviewDesk {
  const desk = inject(KEY)
  if (!desk) throw new Error('useReviewDesk outside ReviewScreen')
  return desk
}
