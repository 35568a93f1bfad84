/** What the server takes; said on the phone, before it says "saved", instead of parked days later. */
import { InvalidInput } from './errors'
import type { Json, JsonObject } from './documents'

export const MAX_TEXT_CHARACTERS = 10_000
export const MAX_REASON_CHARACTERS = 500
export const MAX_WORDS_CHARACTERS = 200
export const MAX_CODE_CHARACTERS = 40

/** Length as the server counts: characters, not UTF-16 units. */
const characters = (text: string): number => [...text].length

/** How many characters are too many; 0 where the text can be stored. */
export const excessOf = (text: string, most = MAX_TEXT_CHARACTERS): number =>
  text.length > most ? Math.max(characters(text) - most, 0) : 0

export function checkText(text: string | null, most = MAX_TEXT_CHARACTERS): void {
  if (text === null) return
  if (excessOf(text, most) > 0) throw new InvalidInput('too_long', most)
  // NUL has no place in PostgreSQL's text, half a surrogate pair none in UTF-8.
  if (text.includes('\u0000') || /\p{Surrogate}/u.test(text)) throw new InvalidInput('forbidden_character')
}

export function checkTexts(values: JsonObject, most = MAX_TEXT_CHARACTERS): void {
  for (const value of Object.values(values) as Json[]) if (typeof value === 'string') checkText(value, most)
}
