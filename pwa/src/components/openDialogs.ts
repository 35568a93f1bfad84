/** The dialogs and sheets that lie over the page, the topmost last: Back closes that one instead of leaving the page. */
const open: (() => void)[] = []

export function coverPage(close: () => void): void {
  if (!open.includes(close)) open.push(close)
}

export function uncoverPage(close: () => void): void {
  const at = open.indexOf(close)
  if (at >= 0) open.splice(at, 1)
}

/** Closes the topmost; false when nothing lies over the page. */
export function closeTopmost(): boolean {
  const close = open.pop()
  close?.()
  return close !== undefined
}
