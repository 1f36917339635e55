import { MantineProvider } from '@mantine/core'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { Field } from '../../renderer/components/entry/Field'
import { OriginMark } from '../../renderer/components/entry/origin-mark'
import { Rows } from '../../renderer/components/entry/Rows'
import { useDrafts } from '../../renderer/state/drafts'
import { useStore } from '../../renderer/state/store'
import type { Case } from '../../shared/case/schema'
import { fakeHost } from './support/fake-host'

const document_ = (): Case => useStore.getState().document!
const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name })
const type = (name: string | RegExp, text: string) => fireEvent.change(box(name), { target: { value: text } })
const press = (name: string | RegExp, key: string) => fireEvent.keyDown(box(name), { key })

beforeEach(async () => {
  useStore.setState({ host: fakeHost(), caseId: undefined, document: undefined, stored: undefined })
  useDrafts.setState({ drafts: {} })
  await useStore.getState().open('00000000-0000-4000-8000-000000000001')
})

const show = (...paths: string[]) =>
  render(
    <MantineProvider>
      {paths.map((path) => (
        <Field key={path} path={path} />
      ))}
    </MantineProvider>,
  )

describe('a field', () => {
  it('shows its label, unit and period, and takes short amounts on leaving', () => {
    show('practice/ownerCollections')
    expect(screen.getByText('a year')).toBeTruthy()
    type('Your own collections', '1.2m')
    expect(document_().practice.ownerCollections).toBe(900_000)
    fireEvent.blur(box('Your own collections'))
    expect(document_().practice.ownerCollections).toBe(1_200_000)
    expect(box('Your own collections').value).toBe('1,200,000')
  })

  it('keeps what cannot be read, with a sentence, and the value stays', () => {
    show('practice/ownerCollections')
    type('Your own collections', '12o0')
    press('Your own collections', 'Enter')
    expect(box('Your own collections').value).toBe('12o0')
    expect(box('Your own collections').getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText(/“12o0” is not a number\. Enter an amount such as/)).toBeTruthy()
    expect(document_().practice.ownerCollections).toBe(900_000)
  })

  it('keeps what is out of bounds, also when the page is left and comes back, until Escape', () => {
    const { unmount } = show('practice/ownerCollections')
    type('Your own collections', '-5000')
    fireEvent.blur(box('Your own collections'))
    unmount()
    show('practice/ownerCollections')
    expect(box('Your own collections').value).toBe('-5000')
    expect(
      screen.getByText('Your own collections: −$5,000 is outside the limits. Enter an amount of 0 dollars or more.'),
    ).toBeTruthy()
    press('Your own collections', 'Escape')
    expect(box('Your own collections').value).toBe('900,000')
    expect(screen.queryByText(/outside the limits/)).toBeNull()
  })

  it('goes on to the next with Enter, and the value is confirmed', () => {
    show('practice/feeGrowth', 'practice/volumeGrowth')
    expect(screen.getAllByText('assumed · confirm', { ignore: false })).toHaveLength(2)
    box('Fee growth').focus()
    press('Fee growth', 'Enter')
    expect(document_().origins['practice/feeGrowth']).toBe('entered')
    expect(document.activeElement).toBe(box('Volume growth'))
    fireEvent.blur(box('Volume growth'))
    expect(document_().origins['practice/volumeGrowth']).toBeUndefined()
  })

  it('confirms the value that was typed again in one stroke', () => {
    show('practice/daysNow')
    // What the browser does when a 4 replaces a selected 4: an input event, and the text is as it was.
    fireEvent.input(box('Clinical days now'))
    fireEvent.blur(box('Clinical days now'))
    expect(document_().practice.daysNow).toBe(4)
    expect(document_().origins['practice/daysNow']).toBe('entered')
  })

  it('says how a percentage below 1 was read', () => {
    show('practice/replacementRate')
    type('Market pay for your work', '.3')
    fireEvent.blur(box('Market pay for your work'))
    expect(document_().practice.replacementRate).toBe(0.003)
    expect(screen.getByText('Read as 0.3%. If you meant 30%, type 30.')).toBeTruthy()
  })

  it('warns outside the published range and takes the value', () => {
    show('offers/harbor/price/multiple')
    type('Multiple', '15')
    fireEvent.blur(box('Multiple'))
    expect(document_().offers[0]!.price.multiple).toBe(15)
    expect(screen.getByText(/15 is above the published 5 to 8/)).toBeTruthy()
  })

  it('in an offer lets the origin be chosen', () => {
    render(
      <MantineProvider>
        <OriginMark value={{ typed: 'letter of intent', choosable: true }}>
          <Field path="offers/cedar/costs/legal" />
        </OriginMark>
      </MantineProvider>,
    )
    type('Legal and accounting', '40k')
    fireEvent.blur(box('Legal and accounting'))
    expect(document_().origins['offers/cedar/costs/legal']).toBe('letter of intent')
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'entered' } })
    expect(document_().origins['offers/cedar/costs/legal']).toBe('entered')
  })

  it('that may be left open takes nothing as an answer', () => {
    show('offers/harbor/price/ebitda', 'offers/harbor/price/multiple')
    type('EBITDA in the offer', '')
    fireEvent.blur(box('EBITDA in the offer'))
    expect(document_().offers[0]!.price.ebitda).toBeNull()
    type('Multiple', '')
    fireEvent.blur(box('Multiple'))
    expect(screen.getByText(/Multiple cannot be empty/)).toBeTruthy()
  })
})

describe('a table', () => {
  const table = () =>
    render(
      <MantineProvider>
        <Rows
          list="practice/debts"
          word="loan"
          caption="Loans"
          columns={[
            { field: 'label', label: 'Loan' },
            { field: 'balance', label: 'Balance' },
            { field: 'rate', label: 'Interest' },
            { field: 'years', label: 'Years left' },
          ]}
          most={10}
          empty="None."
        />
      </MantineProvider>,
    )
  const debts = () => document_().practice.debts

  it('adds, moves and removes rows, each one step of undo', () => {
    table()
    fireEvent.click(screen.getByRole('button', { name: '+ Add a loan' }))
    expect(debts()).toHaveLength(3)
    fireEvent.click(screen.getByRole('button', { name: 'Move up: Scanner and imaging' }))
    expect(debts().map(({ id }) => id)).toEqual(['scanner', 'practice', 'loan-3'])
    fireEvent.click(screen.getByRole('button', { name: 'Remove: Scanner and imaging' }))
    expect(debts().map(({ id }) => id)).toEqual(['practice', 'loan-3'])
    useStore.getState().undo()
    useStore.getState().undo()
    useStore.getState().undo()
    expect(debts().map(({ id }) => id)).toEqual(['practice', 'scanner'])
  })

  it('takes cells from a spreadsheet in one step, adds rows, and keeps what it cannot take', () => {
    table()
    const text = 'Name\tOwed\tRate\tYears\nFirst\t$120,000\t6.5%\t4\nSecond\t80k\t7\tten\nThird\t5,000\t0\t1\n'
    fireEvent.paste(box('Loan, Practice loan'), { clipboardData: { getData: () => text } })
    expect(debts().map(({ label, balance, rate, years }) => [label, balance, rate, years])).toEqual([
      ['First', 120_000, 0.065, 4],
      ['Second', 80_000, 0.07, 3],
      ['Third', 5000, 0, 1],
    ])
    expect(box('Years left, Second').value).toBe('ten')
    expect(screen.getByText(/“ten” is not a number/)).toBeTruthy()
    useStore.getState().undo()
    expect(debts().map(({ id }) => id)).toEqual(['practice', 'scanner'])
  })

  it('moves and adds rows by keyboard', () => {
    table()
    fireEvent.keyDown(box('Balance, Scanner and imaging'), { key: 'ArrowUp', altKey: true })
    expect(debts().map(({ id }) => id)).toEqual(['scanner', 'practice'])
    fireEvent.keyDown(box('Balance, Scanner and imaging'), { key: 'Enter', ctrlKey: true })
    expect(debts()).toHaveLength(3)
  })
})

describe('a field into which another window stores a value', () => {
  let host: ReturnType<typeof fakeHost>
  const storeElsewhere = async (ownerCollections: number) => {
    const { revision, document } = host.disk
    host.disk = {
      revision: revision + 1,
      document: { ...document, practice: { ...document.practice, ownerCollections } },
    }
    await act(() => useStore.getState().catchUp(revision + 1))
  }
  const name = 'Your own collections'
  beforeEach(() => {
    host = useStore.getState().host as ReturnType<typeof fakeHost>
    show('practice/ownerCollections')
  })

  it('while somebody types keeps what is typed, and then both values', async () => {
    type(name, '7')
    await storeElsewhere(950_000)
    expect(box(name).value).toBe('7')
    type(name, '700k')
    fireEvent.blur(box(name))
    expect(useStore.getState().clashes).toEqual([
      {
        path: 'practice/ownerCollections',
        mine: 700_000,
        theirs: 950_000,
        origins: { 'practice/ownerCollections': 'entered' },
      },
    ])
    expect(box(name).value).toBe('950,000')
    expect(host.disk.document.practice.ownerCollections).toBe(950_000)
    act(() => void useStore.getState().settle(useStore.getState().clashes[0]!, 'mine'))
    await vi.waitFor(() => expect(host.disk.document.practice.ownerCollections).toBe(700_000))
    expect(host.disk.document.origins['practice/ownerCollections']).toBe('entered')
  })

  it('while a text stands in it that could not be taken keeps both, too', async () => {
    type(name, '7oo')
    fireEvent.blur(box(name))
    await storeElsewhere(950_000)
    expect(box(name).value).toBe('7oo')
    type(name, '700k')
    press(name, 'Enter')
    expect(useStore.getState().clashes).toMatchObject([{ mine: 700_000, theirs: 950_000 }])
  })

  it('before anybody types is typed over as ever, and so is what was undone meanwhile', async () => {
    await storeElsewhere(950_000)
    type(name, '700k')
    fireEvent.blur(box(name))
    type(name, '8')
    act(() => useStore.getState().undo())
    expect(document_().practice.ownerCollections).toBe(950_000)
    type(name, '800k')
    fireEvent.blur(box(name))
    expect(useStore.getState().clashes).toEqual([])
    await vi.waitFor(() => expect(host.disk.document.practice.ownerCollections).toBe(800_000))
  })

  it('that is the same as what was typed has nothing to choose from', async () => {
    type(name, '700k')
    await storeElsewhere(700_000)
    fireEvent.blur(box(name))
    expect(useStore.getState().clashes).toEqual([])
  })
})
