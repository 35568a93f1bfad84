import { gatherAreas } from '../gatherAreas'
import type { Messages } from '../languages'

export default gatherAreas(import.meta.glob<Messages>(['./*.ts', '!./index.ts'], { eager: true, import: 'default' }))
