/**
 * The client's copy: one self-contained HTML file made on this phone, without network. It holds what was signed (the very
 * canonical content), the strokes as vectors, and pictures of the findings. No script, nothing fetched: it opens anywhere and prints.
 */
import type { SignedCopy } from '@/domain/types'
import type { SignedAnswer, SignedContent } from '@/rules/signedContent'
import { checkCode } from '@/components/review/useCheckCode'
import { isUnmeasured } from '@/rules/missing'
import { boxedIn, svgPath } from '@/components/signing/strokes'

export interface CopyPicture {
  readonly asset_id: string | null
  readonly check_key: string | null
  readonly data_url: string
}
/** Words of the page, in the language it was signed in. */
export interface CopyWords {
  readonly title: string
  readonly made_here: string
  readonly whole_round: string
  readonly check_code: string
  readonly opinion: string
  readonly phone: string
  readonly value: (value: SignedAnswer['value']) => string
  readonly severity: (severity: 1 | 2 | 3 | 4) => string
  readonly field: (field: string) => string
  readonly head: (field: 'project' | 'contract' | 'round' | 'date' | 'staff' | 'time') => string
  readonly party: (party: SignedCopy['party']) => string
  readonly exact: (at: string) => string
  readonly counts: (counts: SignedContent['counts'], unmeasured: number) => string
}
export interface CopyParts {
  readonly content: SignedContent
  readonly copies: readonly SignedCopy[]
  readonly pictures: readonly CopyPicture[]
  readonly words: CopyWords
}

const STYLE = `body{margin:24px auto;max-width:760px;padding:0 16px;font:16px/1.5 "PingFang SC","Noto Sans SC","Microsoft YaHei",system-ui,sans-serif;color:#12211f;background:#fff}
h1{font-size:22px;margin:0 0 4px}h2{font-size:16px;margin:20px 0 6px}dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 12px;margin:8px 0}
dt{color:#46575a}dd{margin:0;white-space:pre-wrap}table{width:100%;table-layout:fixed;border-collapse:collapse;font-size:14px}td,th{border:1px solid #748386;padding:6px 8px;text-align:left;vertical-align:top}
td:nth-child(1){width:32%}td:nth-child(2){width:16%}.bad{font-weight:600}.signs{display:flex;flex-wrap:wrap;gap:16px}.sign{flex:1 1 260px;border:1px solid #748386;border-radius:8px;padding:8px 12px;break-inside:avoid}
.sign svg{width:100%;height:110px;color:#14213d}img{height:110px;margin:4px 6px 0 0;border-radius:4px}.meta{color:#46575a;font-size:13px;overflow-wrap:anywhere}tr{break-inside:avoid}`

export function clientCopyHtml({ content, copies, pictures, words }: CopyParts): string {
  const lang = content.language
  return `<!doctype html><html lang="${escape(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(`${words.title} ${content.round.name}`)}</title><style>${STYLE}</style></head><body>
<h1>${escape(words.title)}</h1>${header(content, words)}<p>${escape(words.counts(content.counts, content.answers.filter(isUnmeasured).length))}</p>${boxes(content, words)}${answers(content, pictures, words)}
<h2>${escape(words.check_code)}</h2><div class="signs">${copies.map((copy) => signature(copy, words)).join('')}</div><p class="meta">${escape(words.made_here)}</p></body></html>`
}

function header({ project, round, staff, time }: SignedContent, words: CopyWords): string {
  const rows = [
    ['project', project.name],
    ['contract', project.contract_number],
    ['round', [round.number, round.name].filter(Boolean).join(' ')],
    ['date', round.occurrence_date],
    ['staff', staff.join(' ')],
    ['time', words.exact(time)],
  ] as const
  return list(rows.map(([field, text]) => [words.head(field), text]))
}

function boxes({ form }: SignedContent, words: CopyWords): string {
  return list(Object.entries(form).map(([field, text]) => [words.field(field), text]))
}

function list(rows: readonly (readonly [string, string | null])[]): string {
  const shown = rows.filter(([, text]) => text !== null && text !== '')
  return shown.length === 0 ? '' : `<dl>${shown.map(([name, text]) => `<dt>${escape(name)}</dt><dd>${escape(text ?? '')}</dd>`).join('')}</dl>`
}

function answers(content: SignedContent, pictures: readonly CopyPicture[], words: CopyWords): string {
  const groups = new Map<string, SignedAnswer[]>()
  for (const answer of content.answers) {
    const name = answer.asset_name ?? words.whole_round
    groups.set(name, [...(groups.get(name) ?? []), answer])
  }
  return [...groups]
    .map(([name, of]) => `<h2>${escape(name)}</h2><table><tbody>${of.map((answer) => row(answer, pictures, words)).join('')}</tbody></table>`)
    .join('')
}

const TEXTS = ['text', 'seen', 'indication', 'actual', 'remark', 'na_reason', 'unmeasurable_reason'] as const

function row(answer: SignedAnswer, pictures: readonly CopyPicture[], words: CopyWords): string {
  const reading = answer.reading === null ? '' : `${answer.reading.replace(/^-/, '−')} ${answer.unit ?? ''}`.trim()
  const texts = TEXTS.flatMap((field) => (answer[field] ? [`${words.field(field)}: ${answer[field]}`] : []))
  const fixed = answer.fixed_on_site ? words.field('fixed_on_site') : ''
  const said = [fixed, answer.chosen_words ?? '', reading, ...texts].filter(Boolean).map(escape).join('<br>')
  const mine = pictures.filter((picture) => picture.asset_id === answer.asset_id && picture.check_key === answer.check_key)
  const shown = mine.map((picture) => `<img alt="${escape(answer.title)}" src="${escape(picture.data_url)}">`).join('')
  const value = [words.value(answer.value), answer.severity === null ? '' : words.severity(answer.severity)].filter(Boolean).join(' ')
  const pictured = shown === '' ? '' : `<div>${shown}</div>`
  return `<tr${answer.value === 'abnormal' ? ' class="bad"' : ''}><td>${escape(answer.title)}</td><td>${escape(value)}</td><td>${said}${pictured}</td></tr>`
}

function signature(copy: SignedCopy, words: CopyWords): string {
  const { width, height, paths } = boxedIn(copy.strokes)
  const ink = paths.map((path) => `<path d="${svgPath(path)}"/>`).join('')
  const svg = `<svg viewBox="0 0 ${width || 1} ${height || 1}" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round">${ink}</svg>`
  const phone = copy.signer_phone ? `${words.phone} ${copy.signer_phone}` : ''
  const opinion = copy.opinion ? `<p>${escape(`${words.opinion}: ${copy.opinion}`)}</p>` : ''
  return `<div class="sign"><b>${escape(words.party(copy.party))}</b>${svg}<p>${escape([copy.signer_name, phone, words.exact(copy.at)].filter(Boolean).join(' · '))}</p>${opinion}<p class="meta">${escape(checkCode(copy.content_hash))} · SHA-256 ${escape(copy.content_hash)}</p></div>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
