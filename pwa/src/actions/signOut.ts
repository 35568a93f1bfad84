export interface SignedOut { readonly signed_out: boolean; readonly unsent: { readonly operations: number; readonly photos: number } }

/** With unsent work and without force: signs nobody out and says what waits. The person's database stays either way. */
export async function signOut(options: { force: boolean }): Promise<SignedOut> {
  throw new Error('signOut: not built yet')
}
