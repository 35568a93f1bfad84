import type { Decision } from '../domain/types'

/** Let an operation go on whose cause never came. */
export async function releaseWaiting(op: string): Promise<Decision> {
  throw new Error('releaseWaiting: not built yet')
}
