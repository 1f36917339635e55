import { expect, it } from 'vitest'

import { set } from '../../shared/case/path'
import type { Call } from '../../shared/case/partner/schema'
import { samples } from '../../shared/case/samples'
import { evaluateCase } from '../../shared/model'
import { csv } from '../../shared/present/data-table'
import { callsTable } from '../../shared/present/partner/calls-table'
import { journalTable } from '../../shared/present/partner/journal-table'
import { ledgerOf } from '../../shared/present/report/ledger'
import { ledgerTable } from '../../shared/present/report/ledger-table'

const sample = samples.find(({ name }) => name === 'general-dentist')!.document

it('lists every input of the ledger once, with its number and its source', () => {
  const document = set(sample, 'practice/ownerCollections', 912_345)
  const ledger = ledgerOf(evaluateCase(document))
  const { head, rows } = ledgerTable(ledger, () => 'in words')
  expect(head).toEqual(['Section', 'Input', 'Value', 'Number', 'Source', 'Usual from', 'Usual to'])
  expect(rows).toHaveLength(ledger.groups.reduce((sum, group) => sum + group.rows.length + group.zeros.length, 0))
  for (const row of rows) expect(row).toHaveLength(head.length)
  const own = rows.filter(([, , , number]) => number === 912_345)
  expect(own).toEqual([['The practice', 'Your own collections', 'in words', 912_345, 'entered', '', '']])
})

it('lists the reference calls, a row for each promise', () => {
  const [organization] = sample.partner.organizations
  const topics: Call['topics'] = [
    { id: 't1', topic: 'pay', promised: '30% of collections', delivered: 'partly', inTime: 'no' },
    { id: 't2', topic: 'autonomy', promised: 'own lab', delivered: 'yes', inTime: 'yes' },
  ]
  const call: Call = {
    id: 'c1',
    name: 'A. B.',
    specialty: '',
    relation: 'left',
    joined: 2019,
    on: '2026-05-01',
    topics,
    trust: 'no',
    again: 'unknown',
    recommend: 3,
    advice: '',
    notes: '',
  }
  const calls = [call, { ...call, id: 'c2', name: 'C. D.', topics: [] }]
  const now = { ...organization!, calls }
  const document = { ...sample, partner: { ...sample.partner, organizations: [now] } }
  const { head, rows } = callsTable(now, document)
  expect(head.slice(0, 9)).toEqual([
    'Doctor (initials or alias)',
    'Date of the call',
    'Relation',
    'Joined in',
    'Specialty',
    'Topic',
    'Promised',
    'Delivered',
    'On time',
  ])
  expect(rows.map((row) => row.slice(0, 9))).toEqual([
    ['A. B.', '2026-05-01', 'left', 2019, '', 'Pay', '30% of collections', 'partly', 'no'],
    ['A. B.', '2026-05-01', 'left', 2019, '', 'Clinical autonomy', 'own lab', 'yes', 'yes'],
    ['C. D.', '2026-05-01', 'left', 2019, '', '', '', '', ''],
  ])
  for (const row of rows) expect(row).toHaveLength(head.length)
})

it('the decision journal is a table with an entry a row, as written', () => {
  const entry = { id: 'one', on: '2026-11-24', leaning: 'Sell to Cedar', confidence: 6, reason: 'Trust, "mostly".' }
  const table = journalTable([entry, { ...entry, id: 'two', on: '2026-12-01', reason: 'No, wait.' }])
  expect(csv(table)).toBe(
    'Date,Leaning,Confidence of 10,Reason\r\n2026-11-24,Sell to Cedar,6,"Trust, ""mostly""."\r\n2026-12-01,Sell to Cedar,6,"No, wait."',
  )
})
