/** The review screen with its data and its decisions held by the test. */
import { mount } from '@vue/test-utils'
import type { VueWrapper } from '@vue/test-utils'
import { nextTick, ref, shallowRef } from 'vue'
import type { Component, Ref } from 'vue'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import { vi } from 'vitest'
import type { Decision, Review, ReviewEntry, Role } from '@/domain/types'
import { loadMessages } from '@/locales/languages'
import { aReview } from './aReview'

const held = vi.hoisted(() => ({ review: null as Ref<unknown> | null, entries: null as Ref<unknown> | null, roles: ['supervisor'] as string[] }))
const decide = vi.hoisted(() => ({ approveRound: vi.fn(), sendBack: vi.fn(), settleConflict: vi.fn(), declarePhotoLost: vi.fn() }))
const write = vi.hoisted(() => ({ takeReview: vi.fn(), leaveReview: vi.fn(), pinComment: vi.fn(), withdrawComment: vi.fn(), saveDraft: vi.fn(), clearDraft: vi.fn(), loadDraft: vi.fn() }))

vi.mock('@/composables/useReview', () => ({ useReview: () => held.review }))
vi.mock('@/composables/useReviewQueue', () => ({ useReviewQueue: () => held.entries }))
vi.mock('@/composables/useReviewedRounds', () => ({ useReviewedRounds: () => ref([]) }))
vi.mock('@/composables/useMembers', () => ({ useMembers: () => ref([]) }))
vi.mock('@/composables/useClock', () => ({ useClock: () => ref(new Date('2026-11-22T15:10:00+08:00')) }))
vi.mock('@/composables/useRound', () => ({ useRound: () => ref(null) }))
vi.mock('@/composables/useSealedRecord', () => ({ useSealedRecord: () => ref(null) }))
vi.mock('@/composables/useSession', () => ({
  useSession: () => ({
    person: ref({ id: 'manager-2' }), projects: ref([]), projectId: ref('project-1'), roles: ref(held.roles), ready: Promise.resolve(),
    can: (...roles: Role[]) => roles.some((role) => held.roles.includes(role)),
  }),
}))
vi.mock('@/actions/approveRound', () => ({ approveRound: decide.approveRound }))
vi.mock('@/actions/sendBack', () => ({ sendBack: decide.sendBack }))
vi.mock('@/actions/settleConflict', () => ({ settleConflict: decide.settleConflict }))
vi.mock('@/actions/declarePhotoLost', () => ({ declarePhotoLost: decide.declarePhotoLost }))
vi.mock('@/actions/takeReview', () => ({ takeReview: write.takeReview }))
vi.mock('@/actions/leaveReview', () => ({ leaveReview: write.leaveReview }))
vi.mock('@/actions/pinComment', () => ({ pinComment: write.pinComment }))
vi.mock('@/actions/withdrawComment', () => ({ withdrawComment: write.withdrawComment }))
vi.mock('@/actions/saveDraft', () => ({ saveDraft: write.saveDraft }))
vi.mock('@/actions/clearDraft', () => ({ clearDraft: write.clearDraft }))
vi.mock('@/actions/loadDraft', () => ({ loadDraft: write.loadDraft }))
vi.mock('@/shell/wide', () => ({ wide: { value: true, __v_isRef: true } }))

export { decide, write }

export function anEntry(review: Review): ReviewEntry {
  const { round, counts } = review.book
  return { round, place: null, staff: [], submitted_at: round.submitted_at, submissions: 1, counts, conflicts: 0, photos_missing: 0, opinions: review.book.signed.opinions.length }
}

export interface OpenReview {
  readonly shown: Ref<Review | null>
  readonly page: VueWrapper
  text(): string
  /** What the open dialog says; null when none is open. */
  dialog(): string | null
  press(key: string, target?: Element): Promise<void>
  click(label: string): Promise<void>
}

export async function openReview(review: Review = aReview(), { roles = ['supervisor'], answer = { outcome: 'applied' } as Decision } = {}): Promise<OpenReview> {
  const shown = shallowRef<Review | null>(review)
  held.review = shown
  held.entries = ref([anEntry(review)])
  held.roles = roles
  for (const act of Object.values(decide)) act.mockReset().mockResolvedValue(answer)
  for (const act of Object.values(write)) act.mockReset().mockResolvedValue(null)
  const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': await loadMessages('zh-CN') } })

  const { default: ReviewScreen } = await import('@/screens/review/ReviewScreen.vue')
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/review/:round?', component: ReviewScreen }, { path: '/:rest(.*)*', component: { template: '<div />' } }],
  })
  await router.push(`/review/${review.book.round.id}`)
  const page: VueWrapper = mount(ReviewScreen as Component, { attachTo: document.body, global: { plugins: [i18n, router] } })
  await settle()

  return {
    shown,
    page,
    text: () => page.text(),
    dialog: () => document.querySelector('dialog[open]')?.textContent ?? null,
    async press(key: string, target: Element = document.body) {
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      await settle()
    },
    async click(label: string) {
      const found = [...page.element.parentElement?.querySelectorAll('button') ?? []].filter((one) => one.textContent?.includes(label))
      const button = found.at(-1)
      if (!button) throw new Error(`no button ${label}: ${page.text()}`)
      button.click()
      await settle()
    },
  }
}

export async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    await Promise.resolve()
    await nextTick()
  }
}
