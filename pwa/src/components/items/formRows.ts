/** 1–3, 5: rows of the form as they are said, neighbours joined from three on. */
export function spokenRows(rows: readonly number[], mark: string): string {
  const sorted = [...new Set(rows)].sort((a, b) => a - b)
  const runs = sorted.reduce<number[][]>((found, row) => {
    const last = found.at(-1)
    if (last?.at(-1) === row - 1) last.push(row)
    else found.push([row])
    return found
  }, [])
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run.map(String))).join(mark)
}
