import { expect, it } from 'vitest'

import { methodRoute, reportRoute } from '../../electron/documents/report'
import { addressOf, askedFor, isSeen, type ReportChoices } from '../../renderer/report/asked'

const choices: ReportChoices = {
  dollars: 'future',
  reader: 'cpa',
  parts: ['years', 'figures'],
  paper: 'a4',
  names: 'initials',
}

it('a print dialog gets the report that was chosen, without page numbers of chapters, in a window that is seen', () => {
  const address = addressOf('a', choices)
  expect(askedFor(address)).toEqual({ ...choices, id: 'a', hash: address, contents: false })
  expect(isSeen(address)).toBe(true)
})

it('a printer gets the same report in a page that nobody sees', () => {
  const { hash } = new URL(reportRoute({ id: 'a', ...choices, parts: ['years', 'figures'] }, 3), 'http://127.0.0.1')
  expect(askedFor(hash)).toEqual({ ...choices, id: 'a', hash, contents: true })
  expect(isSeen(hash)).toBe(false)
  expect(isSeen(new URL(methodRoute('a', 'a4', 3), 'http://127.0.0.1').hash)).toBe(false)
})
