/**
 * Text that shows nothing: spaces of any script, zero-width and direction marks count as no answer.
 * Spelled out because JavaScript's `trim` and Python's `str.strip` disagree on what a space is.
 */
export const SPACE_CLASS =
  '\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u2064\\u2066-\\u2069\\u3000\\ufeff'

const BLANK = new RegExp(`^[${SPACE_CLASS}]*$`)
const EDGES = new RegExp(`^[${SPACE_CLASS}]+|[${SPACE_CLASS}]+$`, 'g')

export const isBlank = (text: string | null | undefined): boolean => BLANK.test(text ?? '')

export const trimmed = (text: string): string => text.replace(EDGES, '')
