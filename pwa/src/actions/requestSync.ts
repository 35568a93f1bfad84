/** Ask for a sync soon. Writing actions do so by themselves; screens only for 现在试一次. */
export function requestSync(reason: string): void {
  throw new Error('requestSync: not built yet')
}
