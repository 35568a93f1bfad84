import { describe, expect, it } from 'vitest'
import { putAside, seeFrame, startScanning, type ScanView } from '@/scanner/steadyCode'

const code = (text: string, y = 0) => ({ text, corners: [{ x: 0, y }, { x: 9, y }, { x: 9, y: y + 9 }, { x: 0, y: y + 9 }] })
const UPS = code('ups', 10)
const BATTERY = code('battery', 200)

/** Show the same codes every 100 ms from one time to another. */
function show(view: ScanView, codes: ReturnType<typeof code>[], from: number, to: number): ScanView {
  let now = view
  for (let at = from; at <= to; at += 100) now = seeFrame(now, { at, codes })
  return now
}
const numbered = (view: ScanView) => view.codes.map(({ number, text }) => `${number} ${text}`)

describe('one code', () => {
  it('is taken by itself after 300 ms', () => {
    expect(show(startScanning(0), [UPS], 0, 200).taken).toBeNull()
    expect(show(startScanning(0), [UPS], 0, 300).taken).toBe('ups')
  })

  it('survives one blurred frame', () => {
    let view = show(startScanning(0), [UPS], 0, 100)
    view = seeFrame(view, { at: 200, codes: [] })
    expect(seeFrame(view, { at: 300, codes: [UPS] }).taken).toBe('ups')
  })

  it('starts anew when it was gone for longer', () => {
    let view = show(startScanning(0), [UPS], 0, 200)
    view = show(view, [], 300, 500)
    expect(seeFrame(view, { at: 600, codes: [UPS] }).taken).toBeNull()
  })

  it('is not taken when its text is empty', () => {
    expect(show(startScanning(0), [code('')], 0, 1000).taken).toBeNull()
  })

  it('is one code even when the decoder reports it twice', () => {
    expect(show(startScanning(0), [UPS, UPS], 0, 300).taken).toBe('ups')
  })
})

describe('two codes', () => {
  it('are numbered from top to bottom and none is taken', () => {
    const view = show(startScanning(0), [BATTERY, UPS], 0, 2000)
    expect(numbered(view)).toEqual(['1 ups', '2 battery'])
    expect(view.taken).toBeNull()
  })

  it('keep their numbers when one moves above the other', () => {
    const view = show(startScanning(0), [UPS, BATTERY], 0, 300)
    expect(numbered(show(view, [code('ups', 500), BATTERY], 400, 600))).toEqual(['1 ups', '2 battery'])
  })

  it('keep their rows while one is out of the picture for a moment', () => {
    const view = show(startScanning(0), [UPS, BATTERY], 0, 300)
    const after = show(view, [BATTERY], 400, 1700)
    expect(numbered(after)).toEqual(['1 ups', '2 battery'])
    expect(after.taken).toBeNull()
  })

  it('leave the remaining one to be taken once the other is gone for good', () => {
    const view = show(startScanning(0), [UPS, BATTERY], 0, 300)
    expect(show(view, [BATTERY], 400, 2500).taken).toBe('battery')
  })

  it('stop a first code that was nearly taken', () => {
    const view = show(startScanning(0), [UPS], 0, 200)
    expect(show(view, [UPS, BATTERY], 300, 1000).taken).toBeNull()
  })
})

describe('the hint', () => {
  it('comes after eight seconds without any code and goes with the first one', () => {
    const quiet = show(startScanning(0), [], 0, 8000)
    expect(show(startScanning(0), [], 0, 7900).hint).toBe(false)
    expect(quiet.hint).toBe(true)
    expect(seeFrame(quiet, { at: 8100, codes: [UPS] }).hint).toBe(false)
  })
})

describe('a code put aside', () => {
  it('is not taken again while it stays in the picture', () => {
    const view = putAside(show(startScanning(0), [UPS], 0, 300), 'ups', 300)
    const after = show(view, [UPS], 400, 5000)
    expect(after.taken).toBeNull()
    expect(after.codes).toEqual([])
  })

  it('lets another code be taken meanwhile', () => {
    const view = putAside(show(startScanning(0), [UPS], 0, 300), 'ups', 300)
    expect(show(view, [UPS, BATTERY], 400, 700).taken).toBe('battery')
  })

  it('may be taken once it has left the picture and come back', () => {
    let view = putAside(show(startScanning(0), [UPS], 0, 300), 'ups', 300)
    view = show(view, [], 400, 2000)
    expect(show(view, [UPS], 2100, 2400).taken).toBe('ups')
  })
})
