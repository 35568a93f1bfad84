import { beforeEach, describe, expect, it, vi } from 'vitest'
import { shallowRef } from 'vue'
import { useCameraTools } from '@/scanner/useCameraTools'
import { type FakeTrack, fakeTrack } from './fakeTrack'

const ABLE = { torch: true, zoom: { min: 1, max: 4 } }

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) })
})

const toolsOf = (fake: FakeTrack | null) => useCameraTools(shallowRef(fake?.stream ?? null))

describe('the torch', () => {
  it('goes on and off', async () => {
    const fake = fakeTrack({ abilities: ABLE })
    const { torch, switchTorch } = toolsOf(fake)
    expect(await switchTorch()).toBe(true)
    expect(torch.value).toBe(true)
    expect(await switchTorch()).toBe(true)
    expect(torch.value).toBe(false)
    expect(fake.told).toEqual([{ torch: true }, { torch: false }])
  })

  it('of a camera without one is said to be missing, and nothing is told to it', async () => {
    for (const abilities of [null, {}]) {
      const fake = fakeTrack({ abilities })
      const { torch, switchTorch } = toolsOf(fake)
      expect(await switchTorch()).toBe(false)
      expect(torch.value).toBe(false)
      expect(fake.told).toEqual([])
    }
  })

  it('that refuses stays off', async () => {
    const { torch, switchTorch } = toolsOf(fakeTrack({ abilities: ABLE, refuses: true }))
    expect(await switchTorch()).toBe(false)
    expect(torch.value).toBe(false)
  })

  it('without a camera is nothing', async () => {
    expect(await toolsOf(null).switchTorch()).toBe(false)
  })

  it('stays on from one scan to the next, in this tab', async () => {
    await toolsOf(fakeTrack({ abilities: ABLE })).switchTorch()
    const next = fakeTrack({ abilities: ABLE })
    const { torch, prepare } = toolsOf(next)
    await prepare()
    expect(next.told).toEqual([{ torch: true }])
    expect(torch.value).toBe(true)
  })

  it('that was on is off on a camera that has none', async () => {
    await toolsOf(fakeTrack({ abilities: ABLE })).switchTorch()
    const { torch, prepare } = toolsOf(fakeTrack())
    await prepare()
    expect(torch.value).toBe(false)
  })
})

describe('the zoom', () => {
  it('is the camera\'s own as far as it goes', async () => {
    const fake = fakeTrack({ abilities: ABLE })
    const { zoom, digital_zoom, zoomTo } = toolsOf(fake)
    await zoomTo(2)
    expect(fake.told).toEqual([{ zoom: 2 }])
    expect([zoom.value, digital_zoom.value]).toEqual([2, 1])
  })

  it('cuts the picture for what is beyond it', async () => {
    const { digital_zoom, zoomTo } = toolsOf(fakeTrack({ abilities: { zoom: { min: 1, max: 2 } } }))
    await zoomTo(5)
    expect(digital_zoom.value).toBe(2.5)
  })

  it('never asks for less than the camera\'s least', async () => {
    const fake = fakeTrack({ abilities: { zoom: { min: 2, max: 8 } } })
    const { digital_zoom, zoomTo } = toolsOf(fake)
    await zoomTo(1)
    expect(fake.told).toEqual([{ zoom: 2 }])
    expect(digital_zoom.value).toBe(1) // and never makes the picture smaller instead
  })

  it('is all cut where the camera has none, refuses, or is not there', async () => {
    for (const fake of [fakeTrack(), fakeTrack({ abilities: null }), fakeTrack({ abilities: ABLE, refuses: true }), null]) {
      const { digital_zoom, zoomTo } = toolsOf(fake)
      await zoomTo(3)
      expect(digital_zoom.value).toBe(3)
    }
  })

  it('holds on the next camera that is opened', async () => {
    const stream = shallowRef<MediaStream | null>(null)
    const { prepare, zoomTo, digital_zoom } = useCameraTools(stream)
    await zoomTo(2)
    expect(digital_zoom.value).toBe(2)
    const fake = fakeTrack({ abilities: ABLE })
    stream.value = fake.stream
    await prepare()
    expect(fake.told).toEqual([{ zoom: 2 }])
    expect(digital_zoom.value).toBe(1)
  })
})
