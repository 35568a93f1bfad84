/** Which sealed rounds are meant by a month and some words. Pure. */
import type { SealedRound } from '@/domain/types'

/** `2026-11` of each month that has a round, newest first. */
export const monthsOf = (rounds: readonly SealedRound[]): string[] =>
  [...new Set(rounds.map(({ round }) => round.occurrence_date.slice(0, 7)))].sort().reverse()

/** Every word must be found somewhere: in the round, its room, an asset, a person, or what was seen. */
export function searchArchive(rounds: readonly SealedRound[], { month, text }: { month: string; text: string }): SealedRound[] {
  const words = text.toLowerCase().split(/\s+/u).filter((word) => word !== '')
  return rounds.filter((one) => {
    if (month !== '' && !one.round.occurrence_date.startsWith(month)) return false
    if (words.length === 0) return true
    const told = textOf(one)
    return words.every((word) => told.includes(word))
  })
}

function textOf({ round, place, assets, staff, findings }: SealedRound): string {
  return [
    round.name_zh, round.name_en, round.number, round.occurrence_date, place?.code, place?.name_zh, place?.name_en,
    ...assets.flatMap((asset) => [asset.code, asset.name_zh, asset.name_en]),
    ...staff.flatMap((member) => [member.display_name_zh, member.display_name_en]),
    ...findings.flatMap((finding) => [finding.text, finding.indication, finding.actual]),
  ].filter((part) => part).join('\n').toLowerCase()
}
