import { afterEach, expect, it } from 'vitest'
import ProposalReasons from '@/components/tickets/ProposalReasons.vue'
import type { ProposalReason } from '@/domain/types'
import type { Language } from '@/locales/languages'
import { mountScreen } from '../../support/mountScreen'

afterEach(() => {
  document.body.innerHTML = ''
})

const REASONS: readonly ProposalReason[] = [
  { code: 'on_duty', good: true, duty: 'first', until: '2020-11-22T12:00:00.000Z' },
  { code: 'skilled', good: true, category: 'ups' },
  { code: 'busy', good: false, open: 3, severity: 1 },
  { code: 'fixed_before', good: true, times: 2, at: '2020-11-01T00:00:00.000Z' },
]
const AGAINST: readonly ProposalReason[] = [
  { code: 'off_duty', good: false }, { code: 'not_skilled', good: false, category: 'camera' }, { code: 'busy', good: false, open: 1, severity: null },
  { code: 'free', good: true }, { code: 'in_hand', good: true, open: 1 },
]

async function said(reasons: readonly ProposalReason[], language: Language): Promise<string[]> {
  const { wrapper } = await mountScreen(ProposalReasons, { props: { reasons }, language })
  return wrapper.findAll('li').map((one) => one.text())
}

it('says in Chinese why somebody is proposed', async () => {
  expect(await said(REASONS, 'zh-CN')).toEqual(['一线值班，到 2020-11-22', '擅长UPS', '忙：手上 3 张，最重 I级', '修过这台 2 次，上次 2020-11-01 08:00'])
  expect(await said(AGAINST, 'zh-CN')).toEqual(['不在班', '没登记会摄像机', '忙：手上 1 张', '手上没有工单', '手上 1 张，顾得过来'])
})

it('says in English why somebody is proposed', async () => {
  expect(await said(REASONS, 'en')).toEqual([
    'On duty (first line) until 2020-11-22', 'Knows UPS', 'Busy: 3 in hand, the worst I', 'Repaired it 2 times, last 2020-11-01 08:00',
  ])
  expect((await said(AGAINST, 'en')).slice(2)).toEqual(['Busy: 1 ticket in hand', 'Nothing in hand', '1 ticket in hand'])
})
