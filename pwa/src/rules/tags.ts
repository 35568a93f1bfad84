/**
 * Tag codes: how one is made, printed, typed, and what a scanner's text is.
 * A printed tag is `<origin>/t/<code>#<check>`. The code is 7 characters without look-alikes, the last
 * one a check character over arithmetic modulo 31 with the weights 1 to 6. 31 is prime, so every single wrong
 * character and every swap of two is caught; modulo 30, the alphabet's own size, would let one wrong
 * character in sixteen through. The one code in 31 whose check would be the missing 31st character
 * is never issued.
 */
import type { Tag } from '../domain/types'
import { SPACE_CLASS, trimmed } from './blank'

export const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
export const CODE_LENGTH = 7
export const CHECK_BYTES = 10
export const MAX_TAG_TEXT = 300

export type CodeProblem = 'empty' | 'look_alike' | 'foreign_character' | 'length' | 'check_character'
export type TagVerdict = 'ours' | 'revoked' | 'forged' | 'unknown' | 'foreign'

/** A typed code read: `code` when it is one, else what is wrong and with which characters. */
export interface TypedCode {
  readonly code: string | null
  readonly problem: CodeProblem | null
  readonly characters: string
}

/** Text that has the shape of a tag of some Roundsman, ours or not. */
export interface ScannedTag {
  readonly origin: string
  readonly code: string
  readonly check: string
}

const BODY_LENGTH = CODE_LENGTH - 1
const PRIME = 31
const LOOK_ALIKES = '01ILOU'
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const TAG_TEXT = /^(https?:\/\/[!-"$->@-~]+?)\/t\/([0-9A-Za-z]{3}-?[0-9A-Za-z]{4})#([A-Za-z2-7]{16})$/
const DROPPED = new RegExp(`[${SPACE_CLASS}\\-‐-―−－_·.]`, 'g')

/** The seventh character for six; null where the sum has no character, or the body is not of the alphabet. */
export function checkCharacter(body: string): string | null {
  const indexes = [...body].map((character) => ALPHABET.indexOf(character))
  if (indexes.length !== BODY_LENGTH || indexes.includes(-1)) return null
  const total = indexes.reduce((sum, index, i) => sum + (i + 1) * index, 0) % PRIME
  return ALPHABET[total] ?? null
}

export const isCode = (code: string): boolean =>
  code.length === CODE_LENGTH && checkCharacter(code.slice(0, BODY_LENGTH)) === code[BODY_LENGTH]

/** Draw a new code; `randomBelow(n)` gives 0…n-1. */
export function makeCode(randomBelow: (bound: number) => number): string {
  for (;;) {
    const body = Array.from({ length: BODY_LENGTH }, () => ALPHABET.charAt(randomBelow(ALPHABET.length))).join('')
    const last = checkCharacter(body)
    if (last !== null) return body + last
  }
}

/** Sixteen base32 characters of ten random bytes: what makes a printed tag hard to forge. */
export function makeCheck(randomBytes: Uint8Array): string {
  if (randomBytes.length !== CHECK_BYTES) throw new RangeError(`a check is made of ${CHECK_BYTES} bytes`)
  const bits = [...randomBytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => BASE32.charAt(Number.parseInt(five, 2))).join('')
}

/** As printed and read aloud: 7K3-M2QA. */
export const formatCode = (code: string): string => `${code.slice(0, 3)}-${code.slice(3)}`

/** What the QR of a label holds. */
export const tagText = (origin: string, code: string, check: string): string =>
  `${origin.replace(/\/+$/, '')}/t/${code}#${check}`

/** Read a code typed by hand: case, spaces, dashes and full-width forms are forgiven, look-alikes are named. */
export function readTypedCode(typed: string): TypedCode {
  const text = typed.replace(/[！-～]/g, halfWidth).replace(DROPPED, '').toUpperCase()
  const wrong = (problem: CodeProblem, characters = ''): TypedCode => ({ code: null, problem, characters })
  if (text === '') return wrong('empty')
  const lookAlikes = kinds(text, (character) => LOOK_ALIKES.includes(character))
  if (lookAlikes !== '') return wrong('look_alike', lookAlikes)
  const strangers = kinds(text, (character) => !ALPHABET.includes(character))
  if (strangers !== '') return wrong('foreign_character', strangers)
  if (text.length !== CODE_LENGTH) return wrong('length')
  return isCode(text) ? { code: text, problem: null, characters: '' } : wrong('check_character')
}

/** The tag in a scanner's text, of whatever host; null is foreign: shown, never opened. */
export function readScanned(raw: string): ScannedTag | null {
  const text = trimmed(raw)
  const [, site, printed, check] = (text.length <= MAX_TAG_TEXT && TAG_TEXT.exec(text)) || []
  if (site === undefined || printed === undefined || check === undefined) return null
  const code = printed.replace('-', '').toUpperCase()
  return isCode(code) ? { origin: origin(site), code, check: check.toUpperCase() } : null
}

/** What a scanned text is, given the tag row of its code (if any) and the origins that we have printed. */
export function judgeTag(
  scanned: ScannedTag | null,
  tag: Pick<Tag, 'check' | 'revoked_at'> | null,
  origins: readonly string[],
): TagVerdict {
  if (scanned === null) return 'foreign'
  if (tag === null) return origins.map(origin).includes(scanned.origin) ? 'unknown' : 'foreign'
  if (tag.check.toUpperCase() !== scanned.check) return 'forged'
  return tag.revoked_at === null ? 'ours' : 'revoked'
}

const origin = (text: string): string => text.replace(/\/+$/, '').toLowerCase()

const halfWidth = (character: string): string => String.fromCharCode(character.charCodeAt(0) - 0xfee0)

const kinds = (text: string, wanted: (character: string) => boolean): string =>
  [...new Set([...text].filter(wanted))].join('')
