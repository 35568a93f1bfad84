/** Who worked on this phone last, so that the app starts in flight mode from a cold start. Nothing secret: the session cookie is HttpOnly. */
import { forget, keepTogether, readKept } from './keptOnPhone'

export const lastPersonId = (): Promise<string | null> => readKept('person')

/** Where the browser keeps nothing, the app asks for the sign-in at each start; nothing else depends on it. */
export async function rememberPerson(personId: string, name: string): Promise<void> {
  const kept = keepTogether('names', (known) => [
    { key: 'person', value: personId },
    { key: 'names', value: JSON.stringify({ ...namesIn(known), [name]: personId }) },
  ])
  await kept.catch(() => undefined)
}

/** Signed out: the next start asks who is there. The database stays, and so does the way back to it. */
export const forgetLastPerson = (): Promise<void> => forget('person').catch(() => undefined)

/** The database of a sign-in name used on this phone before: it knows the device id to come back with. */
export const personIdOf = async (name: string): Promise<string | null> => (await names())[name] ?? null

/** Everybody who ever signed in on this phone. */
export const knownPersonIds = async (): Promise<string[]> => [...new Set(Object.values(await names()))]

const names = async (): Promise<Record<string, string>> => namesIn(await readKept('names'))

const namesIn = (kept: string | null): Record<string, string> => JSON.parse(kept ?? '{}') as Record<string, string>
