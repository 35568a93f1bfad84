import { describe, expect, it } from 'vitest'
import { actOf, REVIEW_KEYS } from '@/components/review/reviewKeys'
import type { Press } from '@/components/review/reviewKeys'

const press = (key: string, with_: Partial<Press> = {}): Press => ({
  key, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, target: document.body, ...with_,
})
function inside(html: string, selector: string): Element {
  document.body.innerHTML = html
  const found = document.querySelector(selector)
  if (!found) throw new Error(selector)
  return found
}

describe('the keys of the review', () => {
  it.each(REVIEW_KEYS.map(({ act, shown }) => [shown, act]))('%s means %s', (shown, act) => {
    const key = { '←': 'ArrowLeft', '→': 'ArrowRight' }[shown] ?? shown
    expect(actOf(press(key), true)).toBe(act)
    expect(actOf(press(key.toLowerCase()), true)).toBe(act)
  })

  it('a key that is not listed means nothing', () => {
    expect(actOf(press('x'), true)).toBeNull()
    expect(actOf(press('Enter'), true)).toBeNull()
  })

  it.each(['input', 'textarea', 'select'])('letters and arrows are text while typing in a %s', (tag) => {
    const target = inside(`<${tag}></${tag}>`, tag)
    for (const { key } of REVIEW_KEYS) expect(actOf(press(key, { target }), true)).toBeNull()
  })

  it('a checkbox is nothing to type in', () => {
    expect(actOf(press('j', { target: inside('<input type="checkbox">', 'input') }), true)).toBe('next_item')
  })

  it('a dialog keeps its keys to itself', () => {
    expect(actOf(press('a', { target: inside('<dialog open><button>x</button></dialog>', 'button') }), true)).toBeNull()
  })

  it('letters that an input method is still composing are no keys', () => {
    expect(actOf(press('a', { isComposing: true }), true)).toBeNull()
  })

  it.each(['ctrlKey', 'metaKey', 'altKey'] as const)('with %s the browser keeps its own shortcuts', (modifier) => {
    expect(actOf(press('a', { [modifier]: true }), true)).toBeNull()
  })

  it('switched off, every single character is off and the arrows stay', () => {
    for (const character of ['j', 'k', 'z', 'c', 'v', 'a', 'b', ']', '?']) expect(actOf(press(character), false)).toBeNull()
    expect(actOf(press('ArrowRight'), false)).toBe('next_photo')
  })

  it('a radiogroup and a movable pin keep their arrows', () => {
    expect(actOf(press('ArrowLeft', { target: inside('<button role="radio"></button>', 'button') }), true)).toBeNull()
    expect(actOf(press('ArrowLeft', { target: inside('<button class="own-arrows"></button>', 'button') }), true)).toBeNull()
  })
})
