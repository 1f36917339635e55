import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'

import { SaveCsv } from '../../renderer/components/figure/SaveCsv'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** What pressing the button would save. */
async function saved(): Promise<{ name: string; text: string }> {
  const blobs: Blob[] = []
  let name = ''
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`,
      revokeObjectURL: () => undefined,
    }),
  )
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    name = this.download
  })
  fireEvent.click(screen.getByRole('button', { name: /^CSV/ }))
  click.mockRestore()
  return { name, text: await blobs[0]!.text() }
}

it('saves the table before the button as it is shown, with amounts as numbers', async () => {
  render(
    <>
      <table>
        <tbody>
          <tr>
            <td>another table</td>
          </tr>
        </tbody>
      </table>
      <table>
        <caption>Closing, dollars of that day</caption>
        <thead>
          <tr>
            <td />
            <th colSpan={2}>Wealth</th>
          </tr>
          <tr>
            <th>Path</th>
            <th>Cash</th>
            <th>Kept</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th rowSpan={2}>
              <span aria-hidden="true">●</span> =HYPERLINK("x"), Inc.
            </th>
            <td>−$1,234,567.89</td>
            <td>
              <input defaultValue="12%" aria-label="Kept" />
            </td>
          </tr>
          <tr>
            <td>
              <button type="button">$5</button> <button className="link">try</button>
            </td>
            <td>
              <select aria-label="Kind" defaultValue="b">
                <option value="a">cash</option>
                <option value="b">seller note</option>
              </select>
            </td>
          </tr>
        </tbody>
      </table>
      <SaveCsv title="Closing statement Summit" />
    </>,
  )
  fireEvent.change(screen.getByLabelText('Kept'), { target: { value: '15%' } })
  const { name, text } = await saved()
  expect(name).toBe('closing-statement-summit.csv')
  expect(text.split('\r\n')).toEqual([
    '"Closing, dollars of that day",Wealth,',
    'Path,Cash,Kept',
    `"'=HYPERLINK(""x""), Inc.",-1234567.89,15%`,
    ',5,seller note',
  ])
})

it('saves a list that is not a table', async () => {
  render(
    <SaveCsv title="Questions" table={() => ({ head: ['For', 'Question'], rows: [['CPA', '@all: which basis?']] })} />,
  )
  const { text } = await saved()
  expect(text).toBe("For,Question\r\nCPA,'@all: which basis?")
})

it('takes of a table of entries what is entered, and leaves out what is for the screen alone', async () => {
  render(
    <>
      <table>
        <thead>
          <tr>
            <th>Cost</th>
            <th>A year</th>
            <th>Growth</th>
            <th>Work</th>
            <th data-screen-only>Order and removal</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <span>
                Decisive
                <input data-field="" defaultValue="Rent" aria-label="Cost" />
              </span>
              <span>assumed</span>
            </td>
            <td>
              <span>
                <span>$</span>
                <input data-field="" data-number defaultValue="36,000" aria-label="A year" />
              </span>
              <span>12 × $3,000</span>
            </td>
            <td>
              <span>
                <input data-field="" data-number defaultValue="2.5" aria-label="Growth" />
                <span>%</span>
              </span>
            </td>
            <td>
              <span>
                <input data-field="" data-number defaultValue="1,200" aria-label="Hours" />
                <span>hours</span>
              </span>
            </td>
            <td data-screen-only>
              <button type="button">×</button>
            </td>
          </tr>
        </tbody>
      </table>
      <SaveCsv title="Costs" />
    </>,
  )
  expect((await saved()).text).toBe('Cost,A year,Growth,Work\r\nRent,36000,2.5%,1200 hours')
})
