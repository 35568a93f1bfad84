import type { Messages } from './languages'

/** `./today.ts` becomes the area `today`: one file per area, no list to keep. */
export function gatherAreas(files: Record<string, Messages>): Messages {
  const areas: Messages = {}
  for (const [path, messages] of Object.entries(files)) {
    areas[path.replace(/^.*\/|\.ts$/g, '')] = messages
  }
  return areas
}
