import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { useCamera } from '@/components/photos/useCamera'
import { type FakeTrack, fakeTrack } from '../../scanner/fakeTrack'

let unmount = (): void => undefined
afterEach(() => { unmount() })

/** The photo camera in a component, on a phone whose camera is this; an error: asking for it fails. */
function camera(answer: FakeTrack | DOMException): ReturnType<typeof useCamera> {
  vi.stubGlobal('navigator', {
    mediaDevices: { getUserMedia: () => (answer instanceof DOMException ? Promise.reject(answer) : Promise.resolve(answer.stream)) },
  })
  let used: ReturnType<typeof useCamera> | null = null
  const wrapper = mount(defineComponent({
    setup() {
      used = useCamera(ref(null))
      return () => h('div')
    },
  }))
  unmount = () => { wrapper.unmount() }
  if (used === null) throw new Error('not set up')
  return used
}

describe('the camera for photos', () => {
  it('has a torch where its track says so, and switches it', async () => {
    const fake = fakeTrack({ abilities: { torch: true } })
    const { open, hasTorch, torch, switchTorch } = camera(fake)
    await open()
    expect(hasTorch.value).toBe(true)
    await switchTorch()
    expect([torch.value, fake.told]).toEqual([true, [{ torch: true }]])
  })

  it('has none where the browser does not tell', async () => {
    const { open, hasTorch } = camera(fakeTrack({ abilities: null }))
    await open()
    expect(hasTorch.value).toBe(false)
  })

  it('whose torch refuses goes on without it instead of failing (regression)', async () => {
    const { open, hasTorch, torch, switchTorch } = camera(fakeTrack({ abilities: { torch: true }, refuses: true }))
    await open()
    await expect(switchTorch()).resolves.toBeUndefined()
    expect([torch.value, hasTorch.value]).toEqual([false, false])
  })

  it.each([['NotAllowedError', 'not_permitted'], ['NotReadableError', 'busy'], ['NotFoundError', 'none']])('says why it did not open: %s', async (name, trouble) => {
    const { open, trouble: said } = camera(new DOMException('', name))
    await open()
    expect(said.value).toBe(trouble)
  })

  it('lets go of the camera when it is closed, also while the browser was still asking', async () => {
    const fake = fakeTrack()
    const { open, close } = camera(fake)
    const opening = open()
    close()
    await opening
    await flushPromises()
    expect(fake.stopped).toBe(true)
  })
})
