/** Small choices kept per phone. Storage may be forbidden: then they last as long as the tab. */
const kept = new Map<string, string>()

export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(`roundsman.${name}`) ?? kept.get(name) ?? null
  } catch {
    return kept.get(name) ?? null
  }
}

export function writeSetting(name: string, value: string): void {
  kept.set(name, value)
  try {
    localStorage.setItem(`roundsman.${name}`, value)
  } catch {
    // said above
  }
}

/** Calls back when another tab of this phone chose anew. */
export function watchSetting(name: string, changed: (value: string | null) => void): void {
  globalThis.addEventListener?.('storage', ({ key, newValue }) => {
    if (key === `roundsman.${name}`) changed(newValue)
  })
}
