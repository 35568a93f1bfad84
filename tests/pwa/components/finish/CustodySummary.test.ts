import { expect, it } from 'vitest'
import CustodySummary from '@/components/finish/CustodySummary.vue'
import type { Custody, RoundCounts, SyncStatus } from '@/domain/types'
import { aPhoto } from '../review/aReview'
import { mountScreen } from '../../support/mountScreen'

const line = { total: 9, on_phone: 9, sent: 0, confirmed: 0, refused: 0 }
const photo = { photo: aPhoto('p'), asset: null, item: null, bytes: 9, sent: 0, state: 'on_phone', verified_at: null, reason: null, can_send_again: false }
const custody = { items: line, signatures: line, photos: [photo], submitted: true, complete_at: null, tickets: [] } as unknown as Custody
const says = async (status: Partial<SyncStatus>): Promise<string> =>
  (await mountScreen(CustodySummary, { props: { custody, counts: { items: 9 } as RoundCounts, status: status as SyncStatus } })).wrapper.text()

it('does not say that it sends while it waits for the next try, whatever the browser believes of the network', async () => {
  expect(await says({ online: true, phase: 'waiting' })).toContain('都在手机里')
  expect(await says({ online: false, phase: 'offline' })).toContain('都在手机里')
  expect(await says({ online: true, phase: 'sending' })).toContain('正在传')
})
