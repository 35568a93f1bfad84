/** Where the server prints labels. Sizes are those that are sold. */
export const SHEETS = [
  { name: 'a4-24', columns: 3, rows: 8, roll: false },
  { name: 'a4-65', columns: 5, rows: 13, roll: false },
  { name: 'roll-62', columns: 1, rows: 1, roll: true },
] as const
export type SheetName = (typeof SHEETS)[number]['name']

export interface LabelOrder {
  readonly sheet: SheetName
  /** Empty: every asset that has a tag. */
  readonly assets: readonly string[]
  /** First free label of a sheet that was begun, from 1. */
  readonly start: number
}

export function labelsLink(projectId: string, { sheet, assets, start }: LabelOrder): string {
  const query = new URLSearchParams([['sheet', sheet], ...assets.map((id): [string, string] => ['asset', id])])
  if (start > 1) query.set('start', String(start))
  return `/api/projects/${projectId}/labels.pdf?${query.toString()}`
}

export function pagesOf(sheet: SheetName, labels: number, start: number): number {
  const { columns, rows, roll } = SHEETS.find(({ name }) => name === sheet) ?? SHEETS[0]
  return roll ? labels : Math.ceil((labels + start - 1) / (columns * rows))
}
