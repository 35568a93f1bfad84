/** Where the server's register is asked. Pure. */
import type { ContactSearch } from '@/domain/types'

/** The wall-clock month as the reader means it; empty: all of it. */
export function spanOf(month: string): Pick<ContactSearch, 'since' | 'until'> {
  const [year, number] = month.split('-').map(Number)
  if (!year || !number) return { since: null, until: null }
  return { since: new Date(year, number - 1, 1).toISOString(), until: new Date(year, number, 1).toISOString() }
}

/** Ends so that `before=` of the next page can be added. */
export function registerPath(projectId: string, { channel, text, since, until }: ContactSearch): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries({ channel, text, since, until })) if (value) asked.set(name, value)
  const query = asked.toString()
  return `/api/projects/${projectId}/contacts${query === '' ? '' : `?${query}`}`
}
