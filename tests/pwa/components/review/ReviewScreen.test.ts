import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Review } from '@/domain/types'
import { aComment, aConflict, aPhoto, aReview, aRound, aSignedCopy, anAnswer, anAsset, anItem, aCell, aSheet } from './aReview'
import { decide, openReview, settle, write } from './reviewScreen'
import type { OpenReview } from './reviewScreen'

let opened: OpenReview | null = null
async function open(...args: Parameters<typeof openReview>): Promise<OpenReview> {
  opened = await openReview(...args)
  return opened
}
// The first import of the screen compiles all its parts; that is nobody's test.
beforeAll(() => import('@/screens/review/ReviewScreen.vue'), 60_000)
afterEach(() => {
  opened?.page.unmount()
  document.body.innerHTML = ''
})

const withPins = (): Review => aReview({}, { comments: [aComment('c-1', { text: '清灰后再拍一张。' }), aComment('c-2', { check_key: 'temperature' })] })
const holding = [{ device: 'd_1', person: null, last_seen: '2026-11-22T14:00:00+08:00' }]

describe('what the client objects to', () => {
  const objected = aSignedCopy('client', { id: 'signed-1', opinion: '风扇当天没有更换' })
  const again = aSignedCopy('client', { id: 'signed-2', signer_name: '甲方值班员02', at: '2026-11-22T15:31:00+08:00' })
  const signed = { ...aReview().book.signed, client: again, opinions: [objected] }

  it('stays in sight with who said it after somebody else has signed again: proofs, queue and approving', async () => {
    const { text, page, press, dialog } = await open(aReview({}, { signed }))
    expect(page.get('#review-proofs').text()).toMatch(/不同意见：风扇当天没有更换\s*甲方值班员01·/)
    expect(text()).toContain('甲方有 1 条不同意见')
    await press('a')
    expect(dialog()).toContain('甲方值班员01有不同意见：风扇当天没有更换')
  })
})

describe('approving', () => {
  it('A asks once, and seals on yes', async () => {
    const { press, dialog, click, text } = await open()
    await press('a')
    expect(dialog()).toContain('封存后不能再改')
    expect(decide.approveRound).not.toHaveBeenCalled()
    await click('通过并封存')
    expect(decide.approveRound).toHaveBeenCalledWith('round-2', null)
    expect(text()).toContain('已通过并封存')
  })

  it('a blocked round says what is missing, and A leads there instead of sealing', async () => {
    const conflict = aConflict('k', 'answer/ups-01/voltage')
    const base = aReview({ blockers: { conflicts: 1, photos: 9, missing: 0 } }, { conflicts: [conflict] })
    const changes = base.changes.map((one) => (one.cell.key === 'ups-01/voltage' ? { ...one, cell: { ...one.cell, conflict } } : one))
    const sheets = base.book.sheets.map((sheet) => ({ ...sheet, cells: changes.filter(({ cell }) => cell.asset?.id === sheet.asset.id).map(({ cell }) => cell) }))
    const { press, dialog, text } = await open({ ...base, changes, book: { ...base.book, sheets } })
    expect(text()).toContain('先定 1 处不同')
    expect(text()).toContain('还有 9 张在手机里，收齐才能封存')
    await press('a')
    expect(dialog()).toBeNull()
    expect(document.activeElement?.id).toBe('review-item')
    expect(text()).toContain('4 电池组电压·判断填得不同')
  })

  it('a phone that may hold work needs a reason, and the dialog waits for it', async () => {
    const { press, click, dialog, page } = await open(aReview({ holding }))
    await press('a')
    await click('通过并封存')
    expect(decide.approveRound).not.toHaveBeenCalled()
    expect(dialog()).toContain('手机里可能还有内容，要写原因。')
    await page.find('dialog[open] textarea').setValue('已电话问过')
    await click('通过并封存')
    expect(decide.approveRound).toHaveBeenCalledWith('round-2', '已电话问过')
  })

  it('without a network nothing is sent and nothing is pretended', async () => {
    const { press, click, text } = await open(aReview(), { answer: { outcome: 'offline' } })
    await press('a')
    await click('通过并封存')
    expect(text()).toContain('没有信号，这一步没有发出')
    expect(text()).not.toContain('已通过并封存')
  })

  it('only a supervisor decides', async () => {
    const { press, dialog, page } = await open(withPins(), { roles: ['desk'] })
    await press('a')
    await press('b')
    expect(dialog()).toBeNull()
    expect(page.findAll('button.p')).toHaveLength(0)
  })
})

describe('a stale answer', () => {
  const stale = { outcome: 'parked', code: 'stale', reason: null, message: null } as const

  it('says that the round has changed, shows what, and waits until it was seen', async () => {
    const { press, click, text, shown, dialog } = await open(aReview(), { answer: stale })
    await press('a')
    await click('通过并封存')
    expect(text()).toContain('您看的时候，这一轮变了')
    expect(text()).toContain('服务器上有新内容，正在取')

    const news = aReview()
    const sheets = news.book.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => (cell.key === 'ups-01/panel' && cell.answer ? { ...cell, answer: { ...cell.answer, value: 'abnormal' as const } } : cell)),
    }))
    shown.value = { ...news, book: { ...news.book, sheets } }
    await settle()
    expect(text()).toContain('UPS-01：1 面板显示')
    expect(text()).toContain('正常→改成异常')

    await press('a')
    expect(dialog()).toBeNull()
    await click('看过了')
    expect(text()).not.toContain('您看的时候，这一轮变了')
    await press('a')
    expect(dialog()).not.toBeNull()
  })
})

describe('sending back', () => {
  it('B takes just the pins along, each with the reason that a digit gave it, and the note', async () => {
    const { press, click, page } = await open(withPins())
    await press('b')
    const dialog = page.find('dialog[open]').element
    await press('1', dialog)
    await press('2', dialog)
    await page.find('dialog[open] textarea').setValue('补这两处就能归档。')
    await press('3', page.find('dialog[open] textarea').element)
    await click('退回')
    expect(decide.sendBack).toHaveBeenCalledWith('round-2', { 'c-1': 'photo_unclear', 'c-2': 'reading_implausible' }, '补这两处就能归档。')
  })

  it('no point goes back without its reason: the one that lacks it is marked', async () => {
    const { press, click, page, dialog } = await open(withPins())
    await press('b')
    await click('漏填或漏拍')
    await click('退回')
    expect(decide.sendBack).not.toHaveBeenCalled()
    expect(dialog()).toContain('选一个退回原因')
    expect(page.findAll('dialog[open] .field-error')).toHaveLength(1)
    await press('6', page.find('dialog[open]').element)
    await press('6', page.find('dialog[open]').element)
    await click('退回')
    expect(decide.sendBack).toHaveBeenCalledWith('round-2', { 'c-1': 'other', 'c-2': 'item_missing' }, null)
  })

  it('without a pin B begins one on the item that is shown', async () => {
    const { press, dialog, page } = await open()
    await press('b')
    expect(dialog()).toBeNull()
    expect(page.find('form.writing').text()).toContain('5 电池表面温度')
  })

  it('Ctrl+Enter pins the comment on the photo that is shown', async () => {
    const { press, page } = await open()
    await press('j')
    await press('c')
    const box = page.find('form.writing textarea')
    await box.setValue('清灰后再拍一张。')
    await box.trigger('keydown', { key: 'Enter', ctrlKey: true })
    await settle()
    expect(write.pinComment).toHaveBeenCalledWith('round-2', {
      asset_id: 'ups-01', check_key: 'fan', photo_id: 'photo-1', x: 0.5, y: 0.5, text: '清灰后再拍一张。',
    })
    expect(page.find('form.writing').exists()).toBe(false)
  })

  it('a comment that could not be written stays in its box', async () => {
    const { press, page, text } = await open()
    await press('c')
    write.pinComment.mockRejectedValueOnce(new Error('disk'))
    const box = page.find('form.writing textarea')
    await box.setValue('清灰')
    await page.find('form.writing').trigger('submit')
    await settle()
    expect(text()).toContain('这一笔没存住')
    expect((page.find('form.writing textarea').element as HTMLTextAreaElement).value).toBe('清灰')
  })
})

describe('looking', () => {
  it('J and K walk, V unfolds, letters are off while typing', async () => {
    const { press, page, text } = await open()
    expect(text()).toContain('另 1 项两次都正常，已收起')
    await press('j')
    expect(page.find('button.item[aria-current="true"]').text()).toContain('风扇与滤网')
    await press('k')
    expect(page.find('button.item[aria-current="true"]').text()).toContain('电池表面温度')
    await press('v')
    expect(text()).not.toContain('已收起')
    await press('c')
    await press('v', page.find('form.writing textarea').element)
    expect(text()).not.toContain('已收起')
  })

  it('the enlarged photos go on with J and K to the next item that has one', async () => {
    const { press, page } = await open()
    await press('z')
    const enlarged = page.find('dialog.enlarged')
    expect(enlarged.attributes('aria-label')).toContain('电池表面温度')
    await press('j', enlarged.element)
    expect(enlarged.attributes('aria-label')).toContain('风扇与滤网')
    expect(enlarged.findAll('.picture')).toHaveLength(2)
  })

  it('both readings and the change are in one row', async () => {
    const { page } = await open()
    const row = page.findAll('table.read tbody tr').find((one) => one.text().includes('电池表面温度'))
    expect(row?.findAll('td').map((cell) => cell.text())).toEqual(['5', '27.9', '31.8异常', '+3.93.9'])
  })

  it('a conflict is settled in place, both values shown', async () => {
    const conflict = aConflict('k', 'answer/ups-01/temperature', { field: 'reading', standing_value: '31.8', kept_value: '28.1' })
    const { text, click } = await open(aReview({ blockers: { conflicts: 1, photos: 0, missing: 0 } }, { conflicts: [conflict] }))
    expect(text()).toMatch(/31\.8.*28\.1/s)
    await click('改用这个')
    expect(decide.settleConflict).toHaveBeenCalledWith(conflict, 'take')
  })

  it('a reading on its way out of its limits is met first, with when it would get there', async () => {
    const base = aReview()
    const changes = base.changes.map((one) => (one.cell.key === 'ups-02/temperature' ? { ...one, forecast: { limit: 'high' as const, days: 20, readings: 5 } } : one))
    const { page, text, click } = await open({ ...base, changes })
    await click('UPS-02')
    expect(page.find('button.item[aria-current="true"]').text()).toContain('电池表面温度')
    expect(text()).toContain('按最近 5 次的趋势，约 3 周后超过上限 30 ℃。')
    expect(page.find('tr.on td.change').text()).toContain('约 3 周后超上限')
  })

  it('a round as the last one says so', async () => {
    const asset = anAsset('ups-01')
    const cell = aCell(anItem('panel', 1), asset, anAnswer(''))
    const base = aReview()
    const { text } = await open({ ...base, changes: [{ cell, before: cell, kind: 'same', forecast: null }], book: { ...base.book, sheets: [aSheet(asset, [cell], null)] } })
    expect(text()).toContain('没有异常，和上次一样。')
  })

  it('a photo whose bytes never came is declared lost with a reason', async () => {
    const lost = { ...aPhoto('photo-9', { blob_state: 'expected' }, 'on_phone'), url: () => Promise.resolve(null) }
    const base = aReview()
    const put = <C extends { key: string }>(cell: C) => (cell.key === 'ups-01/fan' ? { ...cell, photos: [lost] } : cell)
    const changes = base.changes.map((one) => ({ ...one, cell: put(one.cell) }))
    const { press, click, page } = await open({ ...base, changes })
    await press('j')
    await click('声明丢失')
    await page.find('dialog[open] textarea').setValue('手机进水')
    await click('声明丢失')
    expect(decide.declarePhotoLost).toHaveBeenCalledWith(lost.photo, '手机进水')
  })

  it('a sealed round offers its record in both languages and the page that proves it', async () => {
    const { page, text } = await open(aReview({}, { phase: 'sealed', round: aRound({ state: 'sealed', seal_hash: 'ab'.repeat(32) }) }))
    const links = page.findAll('a').map((link) => link.attributes('href'))
    expect(links).toContain('/api/rounds/round-2/record.pdf?lang=zh-CN')
    expect(links).toContain('/api/rounds/round-2/record.pdf?lang=both')
    expect(links).toContain(`/verify/round-2?h=${'ab'.repeat(8)}`)
    expect(text()).not.toContain('钉批注后退回')
  })
})
