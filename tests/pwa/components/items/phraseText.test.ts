import { describe, expect, it } from 'vitest'
import { hasPhrase, togglePhrase } from '@/components/items/phraseText'

const ZH = '，'
const EN = ', '

describe('a phrase chip', () => {
  it('writes itself into an empty text', () => expect(togglePhrase('', '异响', ZH)).toBe('异响'))
  it('stands behind what is there, with the language’s separator', () => {
    expect(togglePhrase('异响', '积灰', ZH)).toBe('异响，积灰')
    expect(togglePhrase('Noise', 'Dust', EN)).toBe('Noise, Dust')
  })
  it('adds no second separator behind one that is there', () => {
    expect(togglePhrase('左侧有声。', '积灰', ZH)).toBe('左侧有声。积灰')
    expect(togglePhrase('Noise, ', 'Dust', EN)).toBe('Noise, Dust')
  })
  it('takes itself out with its separator', () => {
    expect(togglePhrase('异响，积灰', '积灰', ZH)).toBe('异响')
    expect(togglePhrase('异响，积灰，过热', '积灰', ZH)).toBe('异响，过热')
    expect(togglePhrase('异响，积灰', '异响', ZH)).toBe('积灰')
  })
  it('leaves the person’s own words around it', () => {
    expect(togglePhrase('左侧风扇间歇异响。滤网约 2 mm', '异响', ZH)).toBe('左侧风扇间歇。滤网约 2 mm')
  })
  it('is on while its phrase stands in the text', () => {
    expect(hasPhrase('左侧风扇间歇异响', '异响')).toBe(true)
    expect(hasPhrase('左侧风扇', '异响')).toBe(false)
  })
  it('takes a phrase with signs of its own literally', () => expect(togglePhrase('a, (x)*', '(x)*', EN)).toBe('a'))
})
