import type { Ref } from 'vue'
import type { Asset, Finding, Member, SealedRound } from '../../domain/types'
import { grouped } from '../book/cells'
import { docsInProject, live } from '../inProject'

/** The sealed rounds that are still on this device, with what they are found again by, newest first. */
export function useSealedRounds(): Readonly<Ref<readonly SealedRound[] | null>> {
  return live(async ({ db }, projectId) => {
    const [rounds, placeList, assetList, memberList, events, findings] = await Promise.all([
      docsInProject(db, 'round', projectId), docsInProject(db, 'place', projectId), docsInProject(db, 'asset', projectId),
      docsInProject(db, 'member', projectId), docsInProject(db, 'round_event', projectId), docsInProject(db, 'finding', projectId),
    ])
    const places = new Map(placeList.map((place) => [place.id, place]))
    const assets = new Map(assetList.map((asset) => [asset.id, asset]))
    const members = new Map(memberList.map((member) => [member.person_id, member]))
    const handedIn = grouped(events.filter((event) => event.name === 'submitted'), (event) => event.round_id)
    const found = grouped(findings.filter(stands), (finding) => finding.round_id)
    return rounds
      .filter((round) => round.state === 'sealed')
      .map((round): SealedRound => ({
        round,
        place: places.get(round.place_id ?? '') ?? null,
        assets: known<Asset>([...round.asset_ids, ...(round.extra_asset_ids ?? [])], assets),
        staff: known<Member>((handedIn.get(round.id) ?? []).map(({ by }) => by), members),
        findings: found.get(round.id) ?? [],
      }))
      .sort(newestFirst)
  })
}

const newestFirst = ({ round: a }: SealedRound, { round: b }: SealedRound): number =>
  b.occurrence_date.localeCompare(a.occurrence_date) || Date.parse(b.sealed_at ?? '') - Date.parse(a.sealed_at ?? '')

const stands = (finding: Finding): boolean => finding.state !== 'withdrawn'

const known = <T>(ids: readonly (string | null)[], rows: ReadonlyMap<string, T>): T[] =>
  [...new Set(ids)].flatMap((id) => (id === null ? [] : (rows.get(id) ?? [])))
