/** Numbers and codes as they are shown. Nothing is rounded that a person measured. */
const NO_BREAK = ' '

/** Number, no-break space, unit; a true minus. The figure itself is shown as it was typed. */
export function withUnit(figure: string | number, unit: string | null): string {
  const shown = String(figure).replace(/^-/, '−')
  return unit ? `${shown}${NO_BREAK}${unit}` : shown
}

export function bytesFigure(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  let size = bytes
  let step = 0
  while (size >= 1000 && step < units.length - 1) {
    size /= 1000
    step += 1
  }
  const figure = step < 2 ? String(Math.round(size)) : size.toFixed(1).replace(/\.0$/, '')
  return withUnit(figure, units[step] ?? null)
}

/** No separator below 10 000, groups of three from there on. */
export function countFigure(count: number): string {
  const digits = String(count)
  return count < 10_000 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Middle cut for hashes and long raw codes: b41e…07c9. */
export function middleCut(text: string, ends = 4): string {
  return text.length <= ends * 2 + 1 ? text : `${text.slice(0, ends)}…${text.slice(-ends)}`
}
