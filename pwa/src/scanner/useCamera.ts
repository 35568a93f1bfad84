import { onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'
import { REAR_CAMERA } from './cameraTrack'
import { useCameraTools } from './useCameraTools'

export type CameraState = 'starting' | 'running' | 'refused' | 'missing'

/** The rear camera, while its screen is shown and visible. The stream ends when the screen is left or hidden. */
export function useCamera(video: Readonly<{ value: HTMLVideoElement | null }>) {
  const state = ref<CameraState>('starting')
  const stream = shallowRef<MediaStream | null>(null)
  const tools = useCameraTools(stream)
  let shown = false
  let opening = false

  async function start(): Promise<void> {
    if (!shown || opening || stream.value || document.visibilityState !== 'visible') return
    opening = true
    try {
      const opened = await navigator.mediaDevices.getUserMedia(REAR_CAMERA)
      stream.value = opened
      if (!shown) return stop() // left while the browser asked
      if (video.value) {
        video.value.srcObject = opened
        await video.value.play()
      }
      state.value = 'running'
      await tools.prepare()
    } catch (error) {
      stop()
      state.value = error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'missing'
    } finally {
      opening = false
    }
  }

  function stop(): void {
    stream.value?.getTracks().forEach((each) => each.stop())
    stream.value = null
    if (video.value) video.value.srcObject = null
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

  return { state, ...tools }
}
