import { onScopeDispose, type Ref, shallowRef, watch } from 'vue'
import { getBoard, getMoreOfBoard } from '../api/board'
import type { Board, BoardFilter } from '../domain/types'
import { useOnline } from './useOnline'
import { useSession } from './useSession'

export const ASK_AGAIN_MS = 10_000

export interface LiveBoard {
  /** The last answer; it stays while the server cannot be asked. */
  readonly board: Readonly<Ref<Board | null>>
  /** When the server last answered, by this device's clock. */
  readonly heard_at: Readonly<Ref<number | null>>
  /** The last try failed: the clocks go on, the list may be old. */
  readonly lost: Readonly<Ref<boolean>>
  more(): Promise<void>
}

/** The board, asked again every few seconds for as long as it is shown. An answer to another question is not taken. */
export function useBoard(filter: Readonly<Ref<BoardFilter>>): LiveBoard {
  const { projectId } = useSession()
  const online = useOnline()
  const board = shallowRef<Board | null>(null)
  const heard_at = shallowRef<number | null>(null)
  const lost = shallowRef(false)
  let question = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let pages = 1

  async function read(project: string, asked: BoardFilter): Promise<Board> {
    let found = await getBoard(project, asked)
    for (let page = 1; page < pages && found.more; page += 1) found = await longer(project, asked, found)
    return found
  }
  async function longer(project: string, asked: BoardFilter, found: Board): Promise<Board> {
    const last = found.tickets.at(-1)
    if (last === undefined) return found
    const next = await getMoreOfBoard(project, asked, last)
    return { ...found, more: next.more, tickets: [...found.tickets, ...next.tickets] }
  }
  async function ask(): Promise<void> {
    clearTimeout(timer)
    const mine = ++question
    const project = projectId.value
    if (project !== null) {
      const answer = await read(project, filter.value).catch(() => null)
      if (mine !== question) return
      lost.value = answer === null
      if (answer !== null) [board.value, heard_at.value] = [answer, Date.now()]
    }
    timer = setTimeout(() => void ask(), ASK_AGAIN_MS)
  }
  async function more(): Promise<void> {
    pages += 1
    await ask()
  }
  watch(projectId, () => {
    board.value = null
  })
  watch([projectId, filter, online], () => {
    pages = 1
    void ask()
  }, { immediate: true })
  onScopeDispose(() => {
    question += 1
    clearTimeout(timer)
  })
  return { board, heard_at, lost, more }
}
