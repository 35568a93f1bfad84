import { type Ref, shallowRef, watch } from 'vue'
import { getDevices } from '../api/devices'
import type { SignedInDevice } from '../domain/types'
import { useOnline } from './useOnline'

export interface DeviceList {
  /** null until the server has said it. */
  readonly devices: Readonly<Ref<readonly SignedInDevice[] | null>>
  /** The last try failed: what is shown may be old, or nothing. */
  readonly unread: Readonly<Ref<boolean>>
  reload(): Promise<void>
}

/** Where the person is signed in; read online, and again when the network comes back. */
export function useDevices(): DeviceList {
  const devices = shallowRef<readonly SignedInDevice[] | null>(null)
  const unread = shallowRef(false)
  const online = useOnline()
  const reload = async (): Promise<void> => {
    try {
      devices.value = await getDevices()
      unread.value = false
    } catch {
      unread.value = true
    }
  }
  watch(online, () => void reload(), { immediate: true })
  return { devices, unread, reload }
}
