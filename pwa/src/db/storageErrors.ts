import { InvalidInput, StorageError } from '../domain/errors'

const LOST_CONNECTION = new Set(['DatabaseClosedError', 'UnknownError', 'InvalidStateError', 'TransactionInactiveError'])

/** The connection died, not the disk: worth one new connection. */
export function isLostConnection(error: unknown): boolean {
  return names(error).some((name) => LOST_CONNECTION.has(name))
}

export function toStorageError(error: unknown): StorageError | InvalidInput {
  if (error instanceof StorageError || error instanceof InvalidInput) return error
  if (names(error).includes('QuotaExceededError')) return new StorageError('full', { cause: error })
  return new StorageError(isLostConnection(error) ? 'closed' : 'failed', { cause: error })
}

/** The names of an error and of what it wraps: Dexie hides a full disk inside an AbortError. */
function names(error: unknown): string[] {
  if (!(error instanceof Error || isNamed(error))) return []
  const inner = 'inner' in error ? error.inner : undefined
  return [error.name, ...names(inner)]
}

function isNamed(error: unknown): error is { name: string; inner?: unknown } {
  return typeof error === 'object' && error !== null && 'name' in error && typeof error.name === 'string'
}
