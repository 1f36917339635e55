import { expect, it } from 'vitest'

import { analysesAhead, askedIn } from '../../electron/documents/analyses'
import { samples } from '../../shared/case/samples'
import type { ReportPart, StoredCase } from '../../shared/host'
import { readBack, reportAnalyses } from '../../shared/present/report/analyses'
import { withInitials } from '../../shared/present/report/initials'
import { hostOn } from '../support/host'

const { document } = samples.find(({ name }) => name === 'orthodontist')!
const stored: StoredCase = { id: 'a', revision: 3, document }

it('are worked out once for a report and its page, and anew for whatever changes a figure', async () => {
  const asked: unknown[] = []
  const analyses = analysesAhead(async (of, { dollars, parts }) => {
    asked.push([of.owner.name, dollars, ...parts])
    return `${asked.length}`
  })
  const owner = askedIn({ dollars: 'today' })
  expect(owner.parts).toContain('risk')
  expect(await analyses(stored, owner)).toBe('1')
  // Neither the order of the parts nor a part without analyses makes a difference.
  expect(await analyses(stored, { ...owner, parts: ['risk', 'method', 'brief'] })).toBe('1')
  expect(await analyses({ ...stored, revision: 4 }, owner)).toBe('2')
  expect(await analyses(stored, { ...owner, dollars: 'future' })).toBe('3')
  expect(await analyses(stored, { ...owner, parts: ['years'] })).toBe('4')
  expect(await analyses(stored, { ...owner, names: 'initials' })).toBe('5')
  const { name } = document.owner
  expect(asked).toEqual([
    [name, 'today', 'brief', 'risk'],
    [name, 'today', 'brief', 'risk'],
    [name, 'future', 'brief', 'risk'],
    [name, 'today'],
    [withInitials(document).owner.name, 'today', 'brief', 'risk'],
  ])
})

it('are asked for again after a failure', async () => {
  let failing = true
  const analyses = analysesAhead(async () => {
    if (failing) throw new Error('the thread ended')
    return 'found'
  })
  await expect(analyses(stored, askedIn({ dollars: 'today' }))).rejects.toThrow('the thread ended')
  failing = false
  expect(await analyses(stored, askedIn({ dollars: 'today' }))).toBe('found')
})

it('are those of the state of the case that the page has, or none', async () => {
  const host = hostOn()
  const { id } = await host.value('createCase', { sample: 'orthodontist' })
  const { revision, document: opened } = await host.value('openCase', { id })
  const asked = { id, dollars: 'future', parts: [] as ReportPart[], names: 'full' } as const
  const { text } = await host.value('reportAnalyses', { ...asked, revision })
  expect(readBack(text)).toEqual(reportAnalyses(opened, asked))
  expect(await host.call('reportAnalyses', { ...asked, revision: revision + 1 })).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
  })
})
