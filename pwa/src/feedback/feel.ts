/** Vibration and (off by default) sound. Always beside the same thing on screen: gloves feel nothing, UPS rooms are loud. */
export type Feeling = 'code' | 'tap' | 'wrong' | 'verified' | 'ticket'

const VIBRATION: Record<Feeling, number[]> = {
  code: [30],
  tap: [10],
  wrong: [60, 60, 60],
  verified: [30, 80, 30],
  ticket: [200, 100, 200],
}
const TONES: Partial<Record<Feeling, { hertz: number; starts: number[] }>> = {
  code: { hertz: 1320, starts: [0] },
  wrong: { hertz: 220, starts: [0, 0.14] },
  ticket: { hertz: 880, starts: [0, 0.2, 0.6, 0.8] },
}
const TONE_S = 0.06

let sound = false
let audio: AudioContext | null = null

export function allowSound(on: boolean): void {
  sound = on
}

export function feel(feeling: Feeling): void {
  // Before the first touch browsers block it, and say so in the console each time.
  if (navigator.userActivation?.hasBeenActive !== false) navigator.vibrate?.(VIBRATION[feeling])
  const tone = TONES[feeling]
  if (sound && tone) play(tone)
}

function play({ hertz, starts }: { hertz: number; starts: number[] }): void {
  audio ??= new AudioContext()
  for (const start of starts) {
    const source = audio.createOscillator()
    const volume = audio.createGain()
    source.frequency.value = hertz
    volume.gain.value = 0.2
    source.connect(volume).connect(audio.destination)
    source.start(audio.currentTime + start)
    source.stop(audio.currentTime + start + TONE_S)
  }
}
