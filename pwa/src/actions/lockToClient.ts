import { forget, keep } from '../db/keptOnPhone'

/** From now on the phone shows this round's client page and nothing else. Where the browser keeps nothing, the page still guards its own ways out. */
export const lockToClient = (roundId: string): Promise<void> => keep('client_lock', roundId).catch(() => undefined)

/** The engineer has it back. */
export const unlockFromClient = (): Promise<void> => forget('client_lock').catch(() => undefined)
