import { gatherAreas } from '../gatherAreas'
import type { Messages } from '../languages'

/** The areas that no first screen needs: fetched with the first other screen. */
export default gatherAreas(
  import.meta.glob<Messages>(['./*.ts', '!./{index,rest,common,errors,account,today,sync}.ts'], { eager: true, import: 'default' }),
)
