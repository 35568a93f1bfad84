/** What is typed into the boxes of a policy. What is no number, percent or time stays as it was typed: the server says what is wrong with it. */
import type { Json } from '@/domain/types'

const whole = (text: string): number | string => (/^\d{1,9}$/.test(text) ? Number(text) : text)
const pieces = (text: string): string[] => text.split(/[,，、;；\s]+/).filter((piece) => piece !== '')

export const enteredNumber = (text: string): number | string | null => (text.trim() === '' ? null : whole(text.trim()))
export const shownNumber = (value: Json): string => (typeof value === 'number' || typeof value === 'string' ? String(value) : '')

export const enteredPercents = (text: string): (number | string)[] => pieces(text.replaceAll(/[%％]/g, ' ')).map(whole)
export const shownPercents = (value: Json): string => (Array.isArray(value) ? value.join(', ') : '')

export const enteredHours = (text: string): string[][] => pieces(text.replaceAll('：', ':')).map((piece) => piece.split(/[-–—~～\u81f3]/))
export const shownHours = (value: Json): string =>
  Array.isArray(value) ? value.map((span) => (Array.isArray(span) ? span.join('-') : String(span))).join(', ') : ''
