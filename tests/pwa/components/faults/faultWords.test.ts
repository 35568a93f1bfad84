import { expect, it } from 'vitest'
import { standingOf } from '@/components/faults/faultWords'
import type { ClientTicket } from '@/domain/types'

type Told = Pick<ClientTicket, 'state' | 'step' | 'confirmation'>
const told = (over: Partial<Told>): Told => ({ state: 'raised', step: 'waiting', confirmation: 'none', ...over })

it.each<[Partial<Told>, boolean, string]>([
  [{}, false, 'on_way_here'],
  [{}, true, 'received'],
  [{ step: 'accepted' }, true, 'given'],
  [{ step: 'on_way' }, true, 'coming'],
  [{ step: 'arrived' }, true, 'there'],
  [{ step: 'diagnosed', state: 'confirmed' }, true, 'found'],
  [{ step: 'resolved', state: 'resolved' }, true, 'solved'],
  [{ step: 'closed', state: 'closed', confirmation: 'confirmed' }, true, 'confirmed'],
  [{ step: 'closed', state: 'closed', confirmation: 'automatic' }, true, 'over'],
  [{ state: 'withdrawn' }, true, 'withdrawn'],
])('says to the client how %o stands', (over, sent, standing) => {
  expect(standingOf(told(over), sent)).toBe(standing)
})
