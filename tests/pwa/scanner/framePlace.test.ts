import { describe, expect, it } from 'vitest'
import { framePlace, zoomCut } from '@/scanner/framePlace'

const square = (left: number, top: number, edge: number) => ({
  corners: [
    { x: left, y: top },
    { x: left + edge, y: top },
    { x: left + edge, y: top + edge },
    { x: left, y: top + edge },
  ],
})

describe('framePlace', () => {
  it('stands around a code in a picture that fits its box', () => {
    expect(framePlace(square(100, 50, 40), { width: 400, height: 400 }, { width: 400, height: 400 })).toEqual({
      left: 92, top: 42, width: 56, height: 56,
    })
  })

  it('accounts for the sides that a wide picture loses in a tall box', () => {
    // 1280×720 fills 360×720: only the middle 360 pixels show.
    expect(framePlace(square(640, 360, 0), { width: 1280, height: 720 }, { width: 360, height: 720 })).toMatchObject({
      left: 180 - 8, top: 360 - 8,
    })
  })

  it('has no place for a code without corners', () => {
    expect(framePlace({ corners: [] }, { width: 10, height: 10 }, { width: 10, height: 10 })).toBeNull()
  })
})

describe('zoomCut', () => {
  it('keeps the middle', () => {
    expect(zoomCut({ width: 1200, height: 600 }, 2)).toEqual({ left: 300, top: 150, width: 600, height: 300 })
  })
})
