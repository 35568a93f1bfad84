/**
 * Who worked on this phone last, so that the app starts in flight mode from a cold start.
 * In localStorage because it names the database to open; nothing secret, the session cookie is HttpOnly.
 */
const LAST_PERSON = 'roundsman.person'
const PERSON_OF_NAME = 'roundsman.names'

export const lastPersonId = (): string | null => read(LAST_PERSON)

export function rememberPerson(personId: string, name: string): void {
  write(LAST_PERSON, personId)
  write(PERSON_OF_NAME, JSON.stringify({ ...names(), [name]: personId }))
}

/** Signed out: the next start asks who is there. The database stays, and so does the way back to it. */
export function forgetLastPerson(): void {
  try {
    localStorage.removeItem(LAST_PERSON)
  } catch {
    // storage forbidden: nothing was kept there either
  }
}

/** The database of a sign-in name used on this phone before: it knows the device id to come back with. */
export const personIdOf = (name: string): string | null => names()[name] ?? null

function names(): Record<string, string> {
  try {
    return JSON.parse(read(PERSON_OF_NAME) ?? '{}') as Record<string, string>
  } catch {
    return {}
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Private windows may forbid it: the app then asks for the sign-in at each start, nothing is lost.
  }
}
