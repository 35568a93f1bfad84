/** Who calls, however their number was written down. */
const TELLING_DIGITS = 7 // fewer may be an extension, and many numbers end in them

/** `138 0000 0001` and `138-00000001` are one number; a country's code in front is taken off where it is ours. */
export function onlyDigits(phone: string): string {
  const digits = phone.replace(/[^0-9]/gu, '')
  return digits.length === 13 && digits.startsWith('86') ? digits.slice(2) : digits
}

/** Two numbers as they were written down. */
export function sameCaller(one: string, other: string): boolean {
  const [a, b] = [onlyDigits(one), onlyDigits(other)]
  if (Math.min(a.length, b.length) < TELLING_DIGITS) return a === b && a !== ''
  return a.endsWith(b) || b.endsWith(a)
}
