/** Exact decimals over strings: 27.90 is never a float. Python has `decimal`; this is the part of it that rules need. */
export interface Decimal {
  readonly digits: bigint
  /** How many of the digits stand behind the point. */
  readonly scale: number
}

const DECIMAL = /^-?[0-9]+(?:\.[0-9]+)?$/

/** Read a stored reading or limit; null for what is no decimal string. */
export function decimal(text: string | null | undefined): Decimal | null {
  if (text === null || text === undefined || !DECIMAL.test(text)) return null
  const point = text.indexOf('.')
  return { digits: BigInt(text.replace('.', '')), scale: point < 0 ? 0 : text.length - point - 1 }
}

const at = (number: Decimal, scale: number): bigint => number.digits * 10n ** BigInt(scale - number.scale)

export function subtract(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { digits: at(a, scale) - at(b, scale), scale }
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const { digits } = subtract(a, b)
  return digits < 0n ? -1 : digits > 0n ? 1 : 0
}

export const times = (number: Decimal, factor: number): Decimal => ({ ...number, digits: number.digits * BigInt(factor) })

export const magnitude = (number: Decimal): Decimal => ({
  ...number,
  digits: number.digits < 0n ? -number.digits : number.digits,
})

export function plain({ digits, scale }: Decimal): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
  const whole = text.slice(0, text.length - scale)
  return `${digits < 0n ? '-' : ''}${whole}${scale > 0 ? `.${text.slice(-scale)}` : ''}`
}

export const signed = (number: Decimal): string => (number.digits > 0n ? `+${plain(number)}` : plain(number))
