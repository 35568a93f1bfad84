/** What a camera can do and how it is told so. Torch and zoom are in no TypeScript library yet: they are extensions
    (Media Capture Image) that Chromium on Android has and Safari partly. */
interface TrackAbilities extends MediaTrackCapabilities {
  readonly torch?: boolean
  readonly zoom?: { readonly min: number; readonly max: number }
}
interface TrackSettings extends MediaTrackConstraintSet {
  readonly torch?: boolean
  readonly zoom?: number
}

export interface CameraAbilities {
  readonly torch: boolean
  readonly zoom: { readonly min: number; readonly max: number } | null
}

export function abilitiesOf(track: MediaStreamTrack): CameraAbilities {
  const abilities: TrackAbilities = 'getCapabilities' in track ? track.getCapabilities() : {}
  const zoom = abilities.zoom && abilities.zoom.max > abilities.zoom.min ? abilities.zoom : null
  return { torch: abilities.torch === true, zoom }
}

async function set(track: MediaStreamTrack, settings: TrackSettings): Promise<boolean> {
  try {
    await track.applyConstraints({ advanced: [settings] })
    return true
  } catch {
    return false // promised and not kept: the caller falls back or says so
  }
}

export const setTorch = (track: MediaStreamTrack, torch: boolean) => set(track, { torch })
export const setZoom = (track: MediaStreamTrack, zoom: number) => set(track, { zoom })

/** 720p is enough for a label at arm's length; more pixels only slow the decoder of a cheap phone down. */
export const REAR_CAMERA: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
}
