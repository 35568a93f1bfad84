/** Typed access to the few single values of a person's database. Inside a transaction they take part in it. */
import type { PersonDatabase } from './personDatabase'
import type { Contact, MetaValues, PhoneState } from './rows'

export async function readMeta<K extends keyof MetaValues>(db: PersonDatabase, key: K): Promise<MetaValues[K] | null> {
  const row = await db.meta.get(key)
  return row === undefined ? null : (row.value as MetaValues[K])
}

export async function putMeta<K extends keyof MetaValues>(db: PersonDatabase, key: K, value: MetaValues[K]): Promise<void> {
  await db.meta.put({ key, value })
}

/** A database is made by a sign-in, which always writes this first. */
export async function phoneState(db: PersonDatabase): Promise<PhoneState> {
  const state = await readMeta(db, 'phone')
  if (state === null) throw new Error(`database ${db.name} was never signed in to`)
  return state
}

export async function changePhoneState(db: PersonDatabase, change: Partial<PhoneState>): Promise<void> {
  await putMeta(db, 'phone', { ...(await phoneState(db)), ...change })
}

const NO_CONTACT: Contact = { last_contact_at: null, verified_at: null, up_to_date_at: null }

export async function readContact(db: PersonDatabase): Promise<Contact> {
  return (await readMeta(db, 'contact')) ?? NO_CONTACT
}

export async function changeContact(db: PersonDatabase, change: Partial<Contact>): Promise<void> {
  await putMeta(db, 'contact', { ...(await readContact(db)), ...change })
}
