import type { PreflightCheck } from '@/domain/types'

/** The way out of a red check: fetch the data, or what to do in the system's settings. None: only "go in anyway". */
export interface Repair {
  readonly kind: 'sync' | 'tell'
  /** today.<label>, and for `tell` today.<label>_title and _text */
  readonly label: 'get_data' | 'free_space' | 'protect'
}

export function repairOf({ id, figures }: PreflightCheck): Repair | null {
  if (id === 'data') return { kind: 'sync', label: 'get_data' }
  if (id === 'storage') return { kind: 'tell', label: figures['protected'] === false ? 'protect' : 'free_space' }
  return null
}
