import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, ref } from 'vue'
import type { PageSaving } from '@/components/items/pageSaving'
import { addPath, NO_STROKES } from '@/components/signing/strokes'
import { signatureDraft, useSignature } from '@/components/signing/useSignature'

const drafts = vi.hoisted(() => new Map<string, unknown>())
vi.mock('@/actions/saveDraft', () => ({ saveDraft: async (key: string, value: unknown) => void drafts.set(key, structuredClone(value)) }))
vi.mock('@/actions/loadDraft', () => ({ loadDraft: async (key: string) => drafts.get(key) ?? null }))
vi.mock('@/actions/clearDraft', () => ({ clearDraft: async (key: string) => void drafts.delete(key) }))

const saving = { save: async (_key: string, write: () => Promise<unknown>) => (await write(), 'saved') } as unknown as PageSaving
const key = signatureDraft('round-1', 'client')
const pad = { width: 328, height: 168 }
const oneStroke = addPath(NO_STROKES, [[10, 10], [20, 20]], pad)

async function signature() {
  const used = effectScope().run(() => useSignature(ref('round-1'), 'client', saving))
  await flushPromises()
  if (!used) throw new Error('no scope')
  return used
}
beforeEach(() => drafts.clear())

describe('each stroke', () => {
  it('is on disk when it has ended', async () => {
    const used = await signature()
    await used.keep(oneStroke)
    expect(drafts.get(key)).toEqual(oneStroke)
    expect(used.saved_at.value).not.toBeNull()
  })
  it('comes back after the browser was killed', async () => {
    await (await signature()).keep(oneStroke)
    const again = await signature()
    expect(again.strokes.value).toEqual(oneStroke)
    expect(again.inked.value).toBe(true)
  })
})

it('is empty again after "redo", over a restart too', async () => {
  const used = await signature()
  await used.keep(oneStroke)
  await used.redo()
  expect((await signature()).inked.value).toBe(false)
})
it('leaves no draft once it is signed', async () => {
  const used = await signature()
  await used.keep(oneStroke)
  await used.done()
  expect(drafts.has(key)).toBe(false)
})
it('keeps the two parties’ strokes apart', () => {
  expect(signatureDraft('round-1', 'engineer')).not.toBe(key)
})
