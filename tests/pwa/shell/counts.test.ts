import { beforeEach, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { useCounts } from '@/shell/useCounts'

const lists = vi.hoisted(() => ({ outbox: [] as object[], conflicts: [] as object[], parked: [] as object[] }))
vi.mock('@/composables/useOutbox', () => ({ useOutbox: () => ref(lists.outbox) }))
vi.mock('@/composables/useAttention', () => ({ useAttention: () => ref({ ...lists, waiting: [] }) }))
vi.mock('@/composables/useReviewQueue', () => ({ useReviewQueue: () => ref([]) }))
vi.mock('@/composables/useToday', () => ({ useToday: () => ref(null) }))
vi.mock('@/composables/useUnread', () => ({ useUnread: () => ref(0) }))

beforeEach(() => void Object.assign(lists, { outbox: [], conflicts: [], parked: [] }))

it('counts what waits and what asks for a decision', () => {
  Object.assign(lists, { outbox: [{ state: 'queued' }], conflicts: [{}] })
  expect(useCounts().sync.value).toBe(2)
  expect(useCounts().refused.value).toBe(false)
})
it('counts refused work once, though it stands in two lists', () => {
  Object.assign(lists, { outbox: [{ state: 'refused' }], parked: [{}] })
  expect(useCounts().sync.value).toBe(1)
  expect(useCounts().refused.value).toBe(true)
})
it('counts a photo that was refused alone', () => {
  Object.assign(lists, { outbox: [{ state: 'refused' }] })
  expect(useCounts().sync.value).toBe(1)
})
