import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { useRetired, useRetiredOne } from '@/composables/useRetired'
import { useTickets } from '@/composables/useTickets'
import { closePhone, currentPhone } from '@/sync/currentPhone'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND } from '../support/world'
import { using } from './support'

const OLD = '0192aaaa-0000-7000-8000-00000000000b'
const OLDER = '0192aaaa-0000-7000-8000-00000000000a'
const closed = (id: string) => ({
  id, type: 'ticket', rev: 3, writers: {}, gone: false,
  fields: { title_zh: id, title_en: id, state: 'resolved', is_open: false, opened_at: id === OLD ? '2025-02-01T00:00:00Z' : '2025-01-01T00:00:00Z' },
})
const asked: string[] = []
let answers: 'well' | 'not found' | 'no more'

function answerOf(path: string): Response {
  asked.push(path)
  if (answers === 'no more') throw new TypeError('offline')
  if (answers === 'not found') return Response.json({ type: 'x', title: 'x', status: 404, code: 'not_found', retryable: false }, { status: 404 })
  const [doc, next] = path.includes('before=') ? [OLDER, null] : [OLD, path.includes('retired-tickets') ? OLD : null]
  return Response.json({ protocol: 'roundsman/1', stream: 'project:p1', docs: [closed(doc)], next })
}

beforeEach(async () => {
  asked.length = 0
  answers = 'well'
  vi.stubGlobal('fetch', (path: string) => Promise.resolve().then(() => answerOf(path)))
  const phone = (await TestPhone.of(makeServer(), 'anna')).use()
  await phone.sync()
})
afterEach(() => {
  currentPhone.value = null
  closePhone()
  vi.unstubAllGlobals()
})

describe('what has left the phone', () => {
  it('is fetched page after page, and shows in the lists as everything else', async () => {
    const { state } = using(() => useRetired(ref('/api/projects/p1/retired-tickets')))
    const tickets = using(() => useTickets(ref({ state: 'resolved' })))
    await expect.poll(() => state.value).toBe('there')
    await expect.poll(() => tickets.value?.map(({ ticket }) => ticket.id)).toEqual([OLD, OLDER])
    expect(asked).toEqual(['/api/projects/p1/retired-tickets', `/api/projects/p1/retired-tickets?before=${OLD}`])
  })

  it('is asked for again when the answer did not come', async () => {
    answers = 'no more'
    const { state, again } = using(() => useRetired(ref('/api/projects/p1/retired-tickets')))
    await expect.poll(() => state.value).toBe('failed')
    answers = 'well'
    again()
    await expect.poll(() => state.value).toBe('there')
  })

  it('is fetched whole when one is opened that is not on the phone; one that is here asks for nothing', async () => {
    const id = ref(ROUND)
    const { state } = using(() => useRetiredOne('rounds', id))
    await expect.poll(() => state.value).toBe('there')
    expect(asked).toEqual([])
    id.value = OLD
    await expect.poll(() => asked).toEqual([`/api/rounds/${OLD}`])
  })

  it('is said to be nowhere when the server does not know it either', async () => {
    answers = 'not found'
    const { state } = using(() => useRetiredOne('tickets', ref(OLD)))
    await expect.poll(() => state.value).toBe('not_there')
  })
})
