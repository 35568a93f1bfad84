import { describe, expect, it } from 'vitest'
import { blockSize, hideArea } from '@/components/photos/mosaic'

function checkered(width: number, height: number) {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < width * height; at += 1) data.set(Array(4).fill((at + Math.floor(at / width)) % 2 === 0 ? 0 : 200), at * 4)
  return { data, width, height }
}
const pixel = (pixels: { data: Uint8ClampedArray; width: number }, x: number, y: number) => pixels.data[(y * pixels.width + x) * 4]

describe('hiding an area', () => {
  it('leaves one colour in a block', () => {
    const pixels = checkered(96, 96)
    hideArea(pixels, { from: [0, 0], to: [0.5, 0.5] })
    expect(new Set([pixel(pixels, 0, 0), pixel(pixels, 1, 0), pixel(pixels, 23, 23)])).toEqual(new Set([100]))
  })
  it('touches nothing outside', () => {
    const pixels = checkered(96, 96)
    hideArea(pixels, { from: [0, 0], to: [0.5, 0.5] })
    expect(pixel(pixels, 48, 48)).toBe(0)
    expect(pixel(pixels, 49, 48)).toBe(200)
  })
  it('makes at most eight blocks across, so that no text survives', () => {
    expect(800 / blockSize(800, 300)).toBeLessThanOrEqual(8)
    expect(blockSize(40, 40)).toBe(24)
  })
})
