/** What the browser says of the phone itself; each may be unknown, and unknown is never a reason to stop. */
export interface Camera {
  readonly permission: 'granted' | 'prompt' | 'denied' | 'missing'
  /** Known once the scanner has had the camera open. */
  readonly torch: boolean | null
}
export interface Battery { readonly level: number; readonly charging: boolean }

export async function readCamera(): Promise<Camera> {
  const devices = (await navigator.mediaDevices?.enumerateDevices?.().catch(() => null)) ?? null
  if (devices === null || !devices.some((device) => device.kind === 'videoinput')) return { permission: 'missing', torch: null }
  const status = await navigator.permissions?.query({ name: 'camera' as PermissionName }).catch(() => null)
  return { permission: status?.state ?? 'prompt', torch: null }
}

/** Chromium only. */
export async function readBattery(): Promise<Battery | null> {
  const source = navigator as Navigator & { getBattery?: () => Promise<Battery> }
  const battery = (await source.getBattery?.().catch(() => null)) ?? null
  return battery === null ? null : { level: battery.level, charging: battery.charging }
}
