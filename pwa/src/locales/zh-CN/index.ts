import { gatherAreas } from '../gatherAreas'
import type { Messages } from '../languages'

/** What sign-in, Today and the frame around every screen say. Everything else is in rest.ts. */
export default gatherAreas(
  import.meta.glob<Messages>('./{common,errors,account,today,sync}.ts', { eager: true, import: 'default' }),
)
