/** What the number pad types: the text that the person sees. rules/readings makes the reading of it. */
export type PadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '.' | '-' | 'delete'

const MAX_DIGITS = 9
const NO_LIMIT_OF_DECIMALS = 6

/** Press one key. A key that would make no number leaves the text as it was. */
export function pressKey(text: string, key: PadKey, decimals: number | null): string {
  if (key === 'delete') return text.slice(0, -1)
  if (key === '-') return text.startsWith('-') ? text.slice(1) : `-${text}`
  if (key === '.') return withPoint(text, decimals)
  return withDigit(text, key, decimals)
}

function withPoint(text: string, decimals: number | null): string {
  if (decimals === 0 || text.includes('.')) return text
  return /\d$/.test(text) ? `${text}.` : `${text}0.`
}

function withDigit(text: string, digit: string, decimals: number | null): string {
  const [whole = '', fraction] = text.split('.')
  if (text.replace(/\D/g, '').length >= MAX_DIGITS) return text
  if (fraction !== undefined) return fraction.length < (decimals ?? NO_LIMIT_OF_DECIMALS) ? text + digit : text
  return whole === '0' || whole === '-0' ? whole.slice(0, -1) + digit : text + digit
}

/** A hardware keyboard's key, where one is attached (desk, glove-friendly barcode keyboards). */
export function padKeyOf(key: string): PadKey | null {
  if (/^[0-9]$/.test(key)) return key as PadKey
  if (key === '.' || key === ',') return '.'
  if (key === '-' || key === '−') return '-'
  return key === 'Backspace' || key === 'Delete' ? 'delete' : null
}
