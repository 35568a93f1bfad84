import { describe, expect, it } from 'vitest'
import { clientCopyHtml, escape, type CopyWords } from '@/components/finish/clientCopy'
import type { SignedCopy } from '@/domain/types'
import type { SignedContent } from '@/rules/signedContent'

const content: SignedContent = {
  schema: 1, language: 'zh-CN', project: { name: '机房托管', contract_number: '长招采公字〔2021〕030号' },
  round: { id: 'round-1', number: 'XJ-1', name: '每日巡检·A机房', occurrence_date: '2026-11-22' }, template: { key: 'daily', version: 1 },
  staff: ['维护工程师01'], time: '2026-11-22T14:30:00+08:00',
  form: { problem: '风扇异响', solution: null, cause: null, equipment: null, suggestion: null, remark: null },
  answers: [{
    asset_id: 'ups-01', asset_name: 'UPS主机 UPS-01', check_key: 'fan', title: '风扇<滤网>', unit: null, value: 'abnormal', severity: 3, reading: null,
    seen: '<script>alert(1)</script>', indication: null, actual: null, remark: null, na_reason: null, unmeasurable_reason: null,
  }],
  photos: [], counts: { assets: 1, items: 1, normal: 0, abnormal: 1, not_applicable: 0, photos: 0 },
}
const copy: SignedCopy = {
  id: 's1', round_id: 'round-1', party: 'client', signer_name: '甲方值班员01', signer_phone: '138 0000 0001', on_behalf: false, content: '',
  content_hash: '7f3a91c2'.padEnd(64, '0'), strokes: { width: 100, height: 50, paths: [[[1, 1], [2, 2]]] }, seal_photo_id: null,
  opinion: '风扇应尽快更换', by: 'engineer-1', at: '2026-11-22T14:31:00+08:00',
}
const words: CopyWords = {
  title: '甲方留底', made_here: '在手机上生成', whole_round: '整轮', check_code: '签字', opinion: '不同意见', phone: '电话',
  value: (value) => value ?? '', severity: (level) => `${level}级`, field: (field) => field, head: (field) => field,
  party: (party) => party, exact: (at) => at, counts: ({ abnormal }) => `${abnormal} 项异常`,
}
const html = clientCopyHtml({ content, copies: [copy], pictures: [{ asset_id: 'ups-01', check_key: 'fan', data_url: 'data:image/jpeg;base64,AA' }], words })
const page = new DOMParser().parseFromString(html, 'text/html')

describe('the client’s copy', () => {
  it('holds what was signed, by whom, and the check code', () => {
    for (const said of ['机房托管', '每日巡检·A机房', '风扇异响', '甲方值班员01', '7F3A 91C2', copy.content_hash]) expect(page.body.textContent).toContain(said)
  })
  it('prints the client’s differing opinion', () => expect(page.body.textContent).toContain('风扇应尽快更换'))
  it('has the signature as a drawing', () => expect(page.querySelector('svg path')?.getAttribute('d')).toBe('M1 1L2 2'))
  it('shows the pictures of a finding beside it', () => expect(page.querySelectorAll('tr img').length).toBe(1))
  it('runs nothing and fetches nothing', () => {
    expect(page.querySelector('script, link, iframe')).toBeNull()
    expect(html).not.toMatch(/(src|href)="https?:/)
  })
  it('shows typed text as text', () => expect(page.body.textContent).toContain('<script>alert(1)</script>'))
})
it('escapes all five signs', () => expect(escape(`<&>"'`)).toBe('&lt;&amp;&gt;&quot;&#39;'))
