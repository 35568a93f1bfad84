/** What the pages of a round show, as it is signed: the facts of the round put the way the rules want them. */
import type { RoundFacts } from '../db/roundFacts'
import type { Member } from './documents'
import { shownCells } from '../rules/items'
import { type SignedContent, signedContent } from '../rules/signedContent'

export interface Showing { readonly language: 'zh-CN' | 'en'; readonly time: string; readonly person_id: string }

export function shownContent(facts: RoundFacts, { language, time, person_id }: Showing): SignedContent {
  const { round, project, template, assets, answers } = facts
  return signedContent({
    language, time, round, project, template, answers,
    staff: staffOf(facts, person_id).map((member) => (language === 'en' ? member.display_name_en : member.display_name_zh)),
    cells: shownCells(template, assets, answers),
    photo_hashes: facts.photos.filter((photo) => photo.withdrawn_at === null).map((photo) => photo.hash),
  })
}

/** 售后人员: whoever walked this round, and whoever signs now. */
export function staffOf({ events, scans, answers, members }: Pick<RoundFacts, 'events' | 'scans' | 'answers' | 'members'>, signer: string | null): Member[] {
  const opened = events.filter((event) => event.name === 'opened').map((event) => event.by)
  const people = new Set([signer, ...opened, ...scans.map((scan) => scan.by), ...answers.map((answer) => answer.answered_by)])
  const ordered = members.filter((member) => people.has(member.person_id))
  return ordered.sort((a, b) => (a.display_name_en < b.display_name_en ? -1 : 1))
}
