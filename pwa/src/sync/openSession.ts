/** What follows every answer that signs somebody in: their own database on this phone, under the device that the server gave. */
import type { SessionAnswer } from '../api/session'
import { createWire } from '../api/sync'
import { rememberPerson } from '../db/lastPerson'
import { PersonDatabase } from '../db/personDatabase'
import { adoptDevice } from './adoptDevice'
import { closePhone, openPhone } from './currentPhone'
import { SYSTEM_CLOCK } from './phone'

export async function openSession(session: SessionAnswer, name: string): Promise<void> {
  closePhone()
  const db = new PersonDatabase(session.person.id)
  const phone = { db, person_id: session.person.id, wire: createWire(), clock: SYSTEM_CLOCK, random: Math.random, reached: () => undefined }
  await adoptDevice(phone, session)
  await rememberPerson(session.person.id, name)
  const { person, organisation_id, grants, rescue } = session
  openPhone(db, { person, organisation_id, grants, rescue })
}
