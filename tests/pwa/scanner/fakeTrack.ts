/** A camera's track with the abilities that a test gives it; what it was told last is kept. */
export interface FakeTrack {
  readonly track: MediaStreamTrack
  readonly stream: MediaStream
  readonly told: Record<string, unknown>[]
  stopped: boolean
}

interface Options {
  /** null: a browser without getCapabilities (Firefox). */
  readonly abilities?: Record<string, unknown> | null
  /** Promises in its abilities, refuses when told. */
  readonly refuses?: boolean
}

export function fakeTrack({ abilities = {}, refuses = false }: Options = {}): FakeTrack {
  const told: Record<string, unknown>[] = []
  const track = {
    ...(abilities === null ? {} : { getCapabilities: () => abilities }),
    applyConstraints({ advanced }: { advanced: Record<string, unknown>[] }): Promise<void> {
      if (refuses) return Promise.reject(new DOMException('no', 'OverconstrainedError'))
      told.push(...advanced)
      return Promise.resolve()
    },
    stop: () => { fake.stopped = true },
  }
  const stream = { getVideoTracks: () => [track], getTracks: () => [track] }
  const fake: FakeTrack = { track: track as unknown as MediaStreamTrack, stream: stream as unknown as MediaStream, told, stopped: false }
  return fake
}
