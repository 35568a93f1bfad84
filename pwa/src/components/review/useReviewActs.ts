import { nextTick } from 'vue'
import type { Asked } from './ReviewDialogs.vue'
import { isOutstanding } from './blockers'
import type { Blocker } from './blockers'
import type { ReviewAct } from './reviewKeys'
import type { ReviewDesk } from './reviewDesk'

const PLACES = {
  moved: 'review-moved', signatures: 'review-proofs', conflicts: 'review-item', missing: 'review-item', photos: 'review-item',
} as const

/** What each key and button of the review does. A blocked approval leads to what blocks it. */
export function useReviewActs(desk: ReviewDesk, screen: { ask: (what: Asked) => void; stepRound: (by: 1 | -1) => void }) {
  const { walk, draft, pins, blockers, can_decide, hold } = desk

  function comment(): void {
    if (!can_decide.value) return
    draft.start(walk.change.value?.cell ?? null, walk.photos.value[walk.photo_at.value] ?? null)
  }
  function showAwaited(): void {
    walk.photo_at.value = Math.max(walk.photos.value.findIndex(isOutstanding), 0)
  }
  function lead(to: Blocker | null = blockers.value[0] ?? null): void {
    if (to?.cell_key) walk.goTo(to.cell_key)
    if (to?.kind === 'photos') void nextTick(showAwaited)
    const place = PLACES[to?.kind ?? 'missing']
    void nextTick(() => document.getElementById(place)?.focus())
  }
  function approve(): void {
    if (!can_decide.value) return
    if (blockers.value.length > 0) lead()
    else screen.ask('approve')
  }
  function sendBack(): void {
    if (!can_decide.value) return
    if (pins.value.open.length > 0) screen.ask('send_back')
    else comment()
  }
  const acts: Record<ReviewAct, () => void> = {
    next_item: () => walk.step(1),
    previous_item: () => walk.step(-1),
    next_photo: () => walk.stepPhoto(1),
    previous_photo: () => walk.stepPhoto(-1),
    zoom: () => { if (walk.change.value) screen.ask('zoom') },
    comment,
    only_changes: () => { walk.only_changes.value = !walk.only_changes.value },
    approve,
    send_back: sendBack,
    next_round: () => screen.stepRound(1),
    previous_round: () => screen.stepRound(-1),
    next_asset: () => walk.stepAsset(1),
    previous_asset: () => walk.stepAsset(-1),
    take_over: () => { if (hold.other.value) void hold.takeOver() },
    all_keys: () => screen.ask('keys'),
  }
  return { handle: (act: ReviewAct) => acts[act](), lead }
}
