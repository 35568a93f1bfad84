/** Use a composable as a screen does: inside a scope that ends. */
import { effectScope } from 'vue'
import { onTestFinished } from 'vitest'

export function using<T>(composable: () => T): T {
  const scope = effectScope()
  onTestFinished(() => scope.stop())
  const used = scope.run(composable)
  if (used === undefined) throw new Error('the scope was closed')
  return used
}
