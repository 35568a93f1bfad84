/** Policies and facts of the clocks' vectors, which say only what differs from the default ones. */
import type { TicketFacts } from '@/rules/clocksTypes'
import type { SlaPolicyBody } from '@/rules/slaPolicy'
import { read } from './vectors'

type Members = Readonly<Record<string, unknown>>

const contract = read('clocks') as unknown as { readonly default_policy: Members; readonly facts: TicketFacts }

export const policyWith = (changes: Members): SlaPolicyBody =>
  merged(contract.default_policy, changes) as unknown as SlaPolicyBody

export const factsWith = (said: Partial<TicketFacts>): TicketFacts => ({ ...contract.facts, ...said })

/** A weekly calendar is said whole; every other object by its members. */
function merged(base: Members, changes: Members): Members {
  const members = Object.entries(changes).map(([name, value]) => {
    const old = base[name]
    return [name, isMembers(old) && isMembers(value) && name !== 'weekly' ? merged(old, value) : value] as const
  })
  return { ...base, ...Object.fromEntries(members) }
}

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
