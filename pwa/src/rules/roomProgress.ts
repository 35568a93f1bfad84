/** How far a round is, room by room: what is done and what is not yet (domain.md R2). */
interface Sheet<R> {
  readonly asset: { readonly id: string }
  readonly room: R | null
  readonly done: number
  readonly total: number
}

export interface RoomProgress<R> {
  /** null: assets that stand in no room. */
  readonly room: R | null
  /** In walking order. */
  readonly asset_ids: readonly string[]
  /** Assets of which nothing is open. */
  readonly done: number
}

/** In the order in which the round comes to them; a room that is come back to is one room. */
export function roomProgress<R extends { readonly id: string }>(sheets: readonly Sheet<R>[]): RoomProgress<R>[] {
  const rooms = new Map<string, Sheet<R>[]>()
  for (const sheet of sheets) {
    const id = sheet.room?.id ?? ''
    rooms.set(id, [...(rooms.get(id) ?? []), sheet])
  }
  return [...rooms.values()].map((of_room) => ({
    room: of_room[0]?.room ?? null,
    asset_ids: of_room.map(({ asset }) => asset.id),
    done: of_room.filter(({ done, total }) => done >= total).length,
  }))
}
