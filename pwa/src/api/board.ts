/** The desk's board; read online, never kept. */
import type { Board, BoardFigures, BoardFilter, BoardPage, BoardTicket } from '../domain/types'
import { http, spokenByUs } from './http'

export async function getBoard(projectId: string, filter: BoardFilter): Promise<Board> {
  return (await ask(projectId, asked(filter))) as Board
}

/** What comes after this ticket. */
export async function getMoreOfBoard(projectId: string, filter: BoardFilter, last: Pick<BoardTicket, 'id' | 'next_due_at'>): Promise<BoardPage> {
  const query = asked(filter)
  query.set('after', last.id)
  query.set('after_due', last.next_due_at ?? '')
  return (await ask(projectId, query)) as BoardPage
}

export async function getFigures(projectId: string, days: number): Promise<BoardFigures> {
  return spokenByUs(await http({ method: 'GET', path: `/api/projects/${projectId}/board/figures?days=${String(days)}` })) as BoardFigures
}

function asked({ severity, person, source, late }: BoardFilter): URLSearchParams {
  const query = new URLSearchParams()
  if (severity !== null) query.set('severity', String(severity))
  if (person !== null) query.set('person', person)
  if (source !== null) query.set('source', source)
  if (late) query.set('late', 'true')
  return query
}

const ask = async (projectId: string, query: URLSearchParams): Promise<object> =>
  spokenByUs(await http({ method: 'GET', path: `/api/projects/${projectId}/board?${query.toString()}` }))
