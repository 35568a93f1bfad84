/** The archive as this device can tell it: the sealed rounds that are still on it. Pure; the server searches in the same way. */
import type { ArchivedRecord, ArchivePage, ArchiveSearch, SealedRound } from '../../domain/types'

/** Every word must be found somewhere: in the round, its room, an asset, a person, or what was seen. */
export function searchHere(rounds: readonly SealedRound[], { month, text }: ArchiveSearch): ArchivePage {
  const words = text.toLowerCase().split(/\s+/u).filter((word) => word !== '')
  const found = rounds.filter((one) => {
    if (!one.round.occurrence_date.startsWith(month)) return false
    if (words.length === 0) return true
    const told = textOf(one)
    return words.every((word) => told.includes(word))
  })
  return { months: monthsOf(rounds), total: rounds.length, found: found.length, records: found.map(recordOf) }
}

/** `2026-11` of each month that has a round, newest first. */
const monthsOf = (rounds: readonly SealedRound[]): string[] =>
  [...new Set(rounds.map(({ round }) => round.occurrence_date.slice(0, 7)))].sort().reverse()

function recordOf({ round, staff, assets, findings }: SealedRound): ArchivedRecord {
  const { id, number, name_zh, name_en, occurrence_date, sealed_at, seal_hash } = round
  return { round_id: id, number, name_zh, name_en, occurrence_date, sealed_at, seal_hash, staff, assets: assets.length, findings: findings.length }
}

function textOf({ round, place, assets, staff, findings }: SealedRound): string {
  return [
    round.name_zh, round.name_en, round.number, round.occurrence_date, place?.code, place?.name_zh, place?.name_en,
    ...assets.flatMap((asset) => [asset.code, asset.name_zh, asset.name_en]),
    ...staff.flatMap((member) => [member.display_name_zh, member.display_name_en]),
    ...findings.flatMap((finding) => [finding.text, finding.indication, finding.actual]),
  ].filter((part) => part).join('\n').toLowerCase()
}
