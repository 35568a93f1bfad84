import { onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'
import { abilitiesOf, REAR_CAMERA, setTorch, setZoom } from './cameraTrack'

export type CameraState = 'starting' | 'running' | 'refused' | 'missing'
const TORCH_KEPT_AS = 'roundsman.torch' // per tab: the torch stays on between scans, not until tomorrow

/** The rear camera, while its screen is shown and visible. The stream ends when the screen is left or hidden. */
export function useCamera(video: Readonly<{ value: HTMLVideoElement | null }>) {
  const state = ref<CameraState>('starting')
  const torch = ref(sessionStorage.getItem(TORCH_KEPT_AS) === 'on')
  const torch_possible = ref(true)
  const zoom = ref(1)
  /** The part of the zoom that the camera cannot do itself: the picture is cut and enlarged instead. */
  const digital_zoom = ref(1)
  const stream = shallowRef<MediaStream | null>(null)
  let shown = false

  const track = () => stream.value?.getVideoTracks()[0] ?? null

  async function start(): Promise<void> {
    if (!shown || stream.value || document.visibilityState !== 'visible') return
    try {
      const opened = await navigator.mediaDevices.getUserMedia(REAR_CAMERA)
      if (!shown) return opened.getTracks().forEach((each) => each.stop())
      stream.value = opened
      if (video.value) {
        video.value.srcObject = opened
        await video.value.play()
      }
      state.value = 'running'
      await prepare()
    } catch (error) {
      stop()
      state.value = error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'missing'
    }
  }

  async function prepare(): Promise<void> {
    const camera = track()
    if (!camera) return
    torch_possible.value = abilitiesOf(camera).torch
    if (!torch_possible.value) torch.value = false
    else if (torch.value) await setTorch(camera, true)
    if (zoom.value > 1) await zoomTo(zoom.value)
  }

  function stop(): void {
    stream.value?.getTracks().forEach((each) => each.stop())
    stream.value = null
    if (video.value) video.value.srcObject = null
  }

  /** False when this camera has no torch that a page may switch. */
  async function switchTorch(): Promise<boolean> {
    const camera = track()
    const wanted = !torch.value
    if (!camera || !torch_possible.value || !(await setTorch(camera, wanted))) return false
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
    digital_zoom.value = factor / (done ? optical : 1)
  }

  const follow = () => (document.visibilityState === 'visible' ? void start() : stop())
  onMounted(() => {
    shown = true
    document.addEventListener('visibilitychange', follow)
    void start()
  })
  onBeforeUnmount(() => {
    shown = false
    document.removeEventListener('visibilitychange', follow)
    stop()
  })

  return { state, torch, torch_possible, zoom, digital_zoom, switchTorch, zoomTo, stop }
}
