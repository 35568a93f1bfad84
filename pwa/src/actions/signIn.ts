import type { SessionPerson } from '../domain/types'

/** Sign in online and open this person's own database. Rejects with ApiError('invalid_credentials') or NetworkError. */
export async function signIn(name: string, password: string): Promise<SessionPerson> {
  throw new Error('signIn: not built yet')
}
