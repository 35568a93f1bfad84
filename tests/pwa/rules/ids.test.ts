import { expect, test } from 'vitest'
import * as ids from '@/rules/ids'
import { vectors } from './vectors'

interface IdCase {
  readonly kind: string
  readonly parts: readonly (string | null)[]
  readonly expect: string
}

type Maker = (...parts: readonly (string | null)[]) => string

const makers: Readonly<Record<string, Maker>> = {
  round: ids.roundId as Maker,
  answer: ids.answerId as Maker,
  finding: ids.findingId as Maker,
  ticket: ids.ticketId as Maker,
  member: ids.memberId as Maker,
  readings: ids.readingsId as Maker,
  status: ids.statusId as Maker,
  conflict: ids.conflictId as Maker,
  seal: ids.sealId as Maker,
  signed_copy: ids.signedCopyId as Maker,
}

test.each(vectors<IdCase>('ids', 'natural_id'))('is the same in both languages: $name', (vector) => {
  expect(ids.naturalId(vector.kind, ...vector.parts)).toBe(vector.expect)
  expect(makers[vector.kind]?.(...vector.parts)).toBe(vector.expect)
})
