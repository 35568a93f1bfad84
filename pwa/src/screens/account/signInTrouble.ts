/** What a failed sign-in is called on the screen. Read by code, not by class: the edge of the wire made it one of ours. */
export type SignInTrouble = 'wrong' | 'slow_down' | 'no_network' | 'no_answer'

export function signInTrouble(error: unknown): SignInTrouble {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'invalid_credentials' || code === 'sign_in_required' || code === 'invalid_input') return 'wrong'
  if (code === 'slow_down') return 'slow_down'
  return navigator.onLine ? 'no_answer' : 'no_network'
}
