import type { Ref } from 'vue'
import { ref } from 'vue'
import { abilitiesOf, setTorch, setZoom } from './cameraTrack'

const TORCH_KEPT_AS = 'roundsman.torch' // per tab: the torch stays on between scans, not until tomorrow

/** Torch and zoom of the camera that is open now. */
export function useCameraTools(stream: Readonly<Ref<MediaStream | null>>) {
  const torch = ref(sessionStorage.getItem(TORCH_KEPT_AS) === 'on')
  const zoom = ref(1)
  /** The part of the zoom that the camera cannot do itself: the picture is cut and enlarged instead. */
  const digital_zoom = ref(1)
  const track = () => stream.value?.getVideoTracks()[0] ?? null

  /** A camera was opened: what was chosen on the last one holds here too. */
  async function prepare(): Promise<void> {
    const camera = track()
    if (!camera) return
    if (torch.value) torch.value = abilitiesOf(camera).torch && (await setTorch(camera, true))
    if (zoom.value > 1) await zoomTo(zoom.value)
  }

  /** False when this camera has no torch that a page may switch. */
  async function switchTorch(): Promise<boolean> {
    const camera = track()
    const wanted = !torch.value
    if (!camera || !abilitiesOf(camera).torch || !(await setTorch(camera, wanted))) return false
    torch.value = wanted
    sessionStorage.setItem(TORCH_KEPT_AS, wanted ? 'on' : 'off')
    return true
  }

  async function zoomTo(factor: number): Promise<void> {
    zoom.value = factor
    const camera = track()
    const range = camera ? abilitiesOf(camera).zoom : null
    const optical = range ? Math.min(Math.max(factor, range.min), range.max) : 1
    const done = camera !== null && range !== null && (await setZoom(camera, optical))
    digital_zoom.value = Math.max(1, factor / (done ? optical : 1))
  }

  return { torch, zoom, digital_zoom, prepare, switchTorch, zoomTo }
}
