import { describe, expect, it } from 'vitest'
import { abilitiesOf, setTorch, setZoom } from '@/scanner/cameraTrack'
import { fakeTrack } from './fakeTrack'

describe('what a camera can do', () => {
  it('is what its track says', () => {
    const { track } = fakeTrack({ abilities: { torch: true, zoom: { min: 1, max: 8 } } })
    expect(abilitiesOf(track)).toEqual({ torch: true, zoom: { min: 1, max: 8 } })
  })

  it('is nothing where the browser does not tell, or the camera has none', () => {
    for (const abilities of [null, {}, { torch: false }]) {
      expect(abilitiesOf(fakeTrack({ abilities }).track)).toEqual({ torch: false, zoom: null })
    }
  })

  it('is no zoom where the range is a single step', () => {
    expect(abilitiesOf(fakeTrack({ abilities: { zoom: { min: 1, max: 1 } } }).track).zoom).toBeNull()
  })
})

describe('a camera', () => {
  it('is told by the extension that its track knows', async () => {
    const fake = fakeTrack({ abilities: { torch: true, zoom: { min: 1, max: 8 } } })
    expect(await setTorch(fake.track, true)).toBe(true)
    expect(await setZoom(fake.track, 3)).toBe(true)
    expect(fake.told).toEqual([{ torch: true }, { zoom: 3 }])
  })

  it('that promises and does not keep is not believed', async () => {
    const { track } = fakeTrack({ abilities: { torch: true }, refuses: true })
    expect(await setTorch(track, true)).toBe(false)
  })
})
