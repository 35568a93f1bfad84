/** The phone's back camera in the page: opening the camera app kills this page on cheap phones. */
import { onBeforeUnmount, ref, shallowRef, type Ref } from 'vue'
import { abilitiesOf, setTorch } from '@/scanner/cameraTrack'

export type CameraTrouble = 'not_permitted' | 'none' | 'busy'

const WANTED: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: { ideal: 'environment' }, width: { ideal: 2560 }, height: { ideal: 1440 } },
}
const JPEG_QUALITY = 0.92

export function useCamera(video: Readonly<Ref<HTMLVideoElement | null>>) {
  const stream = shallowRef<MediaStream | null>(null)
  const trouble = ref<CameraTrouble | null>(null)
  const hasTorch = ref(false)
  const torch = ref(false)
  let wanted = false

  async function open(): Promise<void> {
    wanted = true
    trouble.value = null
    try {
      const opened = await navigator.mediaDevices.getUserMedia(WANTED)
      if (!wanted) return stop(opened)
      stream.value = opened
      const track = trackOf(opened)
      hasTorch.value = track !== undefined && abilitiesOf(track).torch
      if (video.value) {
        video.value.srcObject = opened
        await video.value.play()
      }
    } catch (error) {
      if (wanted && stream.value === null) trouble.value = troubleOf(error)
    }
  }

  function close(): void {
    wanted = false
    if (stream.value) stop(stream.value)
    stream.value = null
    torch.value = false
  }

  async function switchTorch(): Promise<void> {
    const track = trackOf(stream.value)
    if (track === undefined) return
    if (await setTorch(track, !torch.value)) torch.value = !torch.value
    else hasTorch.value = false // promised and not kept: the button goes
  }

  onBeforeUnmount(close)
  return { open, close, trouble, hasTorch, torch, switchTorch, capture: () => captureFrame(video.value) }
}

/** What stands in the viewfinder at this moment, uncropped; null while the camera shows nothing yet. */
export async function captureFrame(video: HTMLVideoElement | null): Promise<Blob | null> {
  if (!video || video.videoWidth === 0) return null
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY))
}

function trackOf(stream: MediaStream | null): MediaStreamTrack | undefined {
  return stream?.getVideoTracks()[0]
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'not_permitted'
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none'
}
