import { act } from '../sync/act'

const AT_ONCE = 100

/** These messages were seen; on every device of this person. */
export async function readNotices(ids: readonly string[]): Promise<void> {
  await act(async (db, { at }) => {
    const rows = (await db.documents.bulkGet([...ids])).filter((row) => row?.type === 'notice' && row.fields['read_at'] === null)
    const edits = rows.flatMap((row) => (row === undefined ? [] : [{ doc: row.id, type: 'notice' as const, set: { read_at: at } }]))
    return edits.length > 0 ? { name: 'read_notice', edits: edits.slice(0, AT_ONCE) } : null
  })
}
