import { computed, ref, watch } from 'vue'
import type { Ref } from 'vue'
import type { Review } from '@/domain/types'
import { groupsOf, needsLook, walkOf } from './reviewOrder'

/** Where the supervisor is in the round: which item, which photo, all items or only what needs a look. */
export function useReviewWalk(review: Ref<Review | null>) {
  const only_changes = ref(true)
  const chosen_key = ref<string | null>(null)
  const photo_at = ref(0)

  const groups = computed(() => (review.value ? groupsOf(review.value.book, review.value.changes) : []))
  const walk = computed(() => walkOf(groups.value, only_changes.value))
  const change = computed(() => {
    const all = groups.value.flatMap(({ changes }) => changes)
    return all.find(({ cell }) => cell.key === chosen_key.value) ?? walk.value[0] ?? all[0] ?? null
  })
  const group = computed(() => groups.value.find(({ changes }) => changes.some((one) => one === change.value)) ?? null)
  const photos = computed(() => (change.value?.cell.photos ?? []).filter(({ photo }) => photo.withdrawn_at === null))

  watch(() => change.value?.cell.key, () => { photo_at.value = 0 })
  watch(() => review.value?.book.round.id, () => { chosen_key.value = null })

  function choose(key: string): void {
    chosen_key.value = key
  }
  /** Items that were folded away are opened when something leads to one of them. */
  function goTo(key: string): void {
    const wanted = groups.value.flatMap(({ changes }) => changes).find(({ cell }) => cell.key === key)
    if (wanted && !needsLook(wanted)) only_changes.value = false
    choose(key)
  }
  function step(by: 1 | -1): void {
    const at = walk.value.findIndex(({ cell }) => cell.key === change.value?.cell.key)
    const next = walk.value[Math.min(Math.max(at + by, 0), walk.value.length - 1)]
    if (next) choose(next.cell.key)
  }
  /** To the next item of the walk that has a photo, this time or last time. */
  function stepPhotographed(by: 1 | -1): void {
    const at = walk.value.findIndex(({ cell }) => cell.key === change.value?.cell.key)
    const ahead = by > 0 ? walk.value.slice(at + 1) : walk.value.slice(0, Math.max(at, 0)).reverse()
    const next = ahead.find(({ cell, before }) => [...cell.photos, ...(before?.photos ?? [])].some(({ photo }) => photo.withdrawn_at === null))
    if (next) choose(next.cell.key)
  }
  function stepPhoto(by: 1 | -1): void {
    photo_at.value = Math.min(Math.max(photo_at.value + by, 0), Math.max(photos.value.length - 1, 0))
  }
  const stepAsset = (by: 1 | -1) => {
    const at = groups.value.findIndex((one) => one === group.value)
    const first = groups.value[at + by]?.changes[0]
    if (first) goTo(first.cell.key)
  }

  return { only_changes, photo_at, groups, walk, change, group, photos, choose, goTo, step, stepPhoto, stepPhotographed, stepAsset }
}

export type ReviewWalk = ReturnType<typeof useReviewWalk>
