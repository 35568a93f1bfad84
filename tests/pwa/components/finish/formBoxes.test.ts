import { describe, expect, it } from 'vitest'
import { refill } from '@/components/finish/useFormBoxes'

describe('a box of the form', () => {
  it('begins with what the findings say', () => expect(refill(null, null, '① 异响')).toBe('① 异响'))
  it('follows the findings while nobody touched it', () => expect(refill('① 异响', '① 异响', '① 异响 ② 过热')).toBe('① 异响 ② 过热'))
  it('is emptied with the last finding', () => expect(refill('① 异响', '① 异响', '')).toBe(''))
  it('stays as a person wrote it', () => expect(refill('风扇坏了', '① 异响', '① 异响 ② 过热')).toBeNull())
  it('stays empty when a person emptied it', () => expect(refill(null, '① 异响', '① 异响 ② 过热')).toBeNull())
  it('stays as a colleague wrote it on another phone', () => expect(refill('风扇坏了', null, '① 异响')).toBeNull())
  it('is not written again for the same text', () => expect(refill('① 异响', '① 异响', '① 异响')).toBeNull())
})
