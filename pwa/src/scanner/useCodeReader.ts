import type { Ref } from 'vue'
import { onBeforeUnmount, onMounted, ref, shallowRef, watch } from 'vue'
import { detect } from './decoder'
import type { Size } from './framePlace'
import { zoomCut } from './framePlace'
import type { ScanView } from './steadyCode'
import { putAside, seeFrame, startScanning } from './steadyCode'

const PAUSE_MS = 60 // between two looks: about ten a second, and the phone stays cool

interface Options {
  readonly video: Readonly<Ref<HTMLVideoElement | null>>
  readonly zoom: Readonly<Ref<number>>
  /** True while something else is asked (keypad, sheet): codes in view are left alone. */
  readonly paused: Readonly<Ref<boolean>>
  readonly take: (text: string) => void
}

/** Look at the video again and again, and say which code is meant. One look at a time; none while paused. */
export function useCodeReader({ video, zoom, paused, take }: Options) {
  const view = shallowRef<ScanView>(startScanning(performance.now()))
  const picture = ref<Size>({ width: 0, height: 0 })
  let timer = 0
  let alive = false

  async function look(): Promise<void> {
    const source = video.value
    if (paused.value || !source || source.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || !source.videoWidth) return
    const size = { width: source.videoWidth, height: source.videoHeight }
    const codes = await (zoom.value > 1 ? detectMiddle(source, size) : detect(source))
    if (!alive || paused.value) return
    picture.value = zoom.value > 1 ? zoomCut(size, zoom.value) : size
    view.value = seeFrame(view.value, { at: performance.now(), codes })
    if (view.value.taken !== null) take(view.value.taken)
  }

  async function detectMiddle(source: HTMLVideoElement, size: Size) {
    const { left, top, width, height } = zoomCut(size, zoom.value)
    const cut = await createImageBitmap(source, left, top, width, height)
    try {
      return await detect(cut)
    } finally {
      cut.close()
    }
  }

  async function again(): Promise<void> {
    await look().catch(() => undefined) // a frame that could not be read is one frame; the next one comes
    if (alive) timer = window.setTimeout(() => void again(), PAUSE_MS)
  }

  watch(paused, (is_paused) => {
    if (!is_paused) view.value = { ...startScanning(performance.now()), aside: view.value.aside }
  })
  onMounted(() => {
    alive = true
    void again()
  })
  onBeforeUnmount(() => {
    alive = false
    window.clearTimeout(timer)
  })

  return {
    view,
    picture,
    /** This code was looked at and is not the one: leave it alone until it has left the picture. */
    putAside: (text: string) => (view.value = putAside(view.value, text, performance.now())),
  }
}
