// An untouched case is not wrong: its pages say what is still needed, and only what was entered can be an error.
import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'

import { CheckList } from '../../renderer/components/entry/CheckList'
import { Weigh } from '../../renderer/components/entry/Weigh'
import Unconfirmed from '../../renderer/pages/Unconfirmed'
import { useStore } from '../../renderer/state/store'
import { set } from '../../shared/case/path'
import { samples } from '../../shared/case/samples'
import { caseSchema, type Case } from '../../shared/case/schema'
import { fakeHost } from './support/fake-host'
import { InProcessWorker } from './support/in-process-worker'

afterEach(cleanup)

async function shown(document: Case, what: React.ReactNode) {
  useStore.getState().letGo()
  useStore.setState({ host: fakeHost(document) })
  await useStore.getState().open('00000000-0000-4000-8000-000000000001')
  render(<MantineProvider>{what}</MantineProvider>)
}

const untouched = caseSchema.parse({})

it('says calmly what an untouched case still needs', async () => {
  await shown(untouched, <CheckList below={['practice']} />)
  expect(screen.queryByRole('alert')).toBeNull()
  const needed = screen.getByText('Still needed for a comparison').parentElement!
  expect(
    within(needed)
      .getAllByRole('listitem')
      .map((item) => item.firstChild?.textContent),
  ).toEqual([
    'The practice’s annual collections are not entered yet.',
    'The practice’s annual costs are not entered yet.',
  ])
})

it('keeps an error that was entered in red', async () => {
  await shown(set(untouched, 'practice/ownershipShare', 0), <CheckList below={['practice']} />)
  expect(screen.getByRole('alert').textContent).toContain('Your share of the practice is 0%')
})

it('lists the defaults of a case without an answer and does not say that figures rest on them', async () => {
  await shown(untouched, <Unconfirmed />)
  expect(screen.getByText(/^There is no comparison yet/)).toBeTruthy()
  expect(screen.queryByText(/^The figures rest on/)).toBeNull()
  expect(screen.getByText('Your household’s annual spending is not entered yet.')).toBeTruthy()
})

it('explains the marks of unconfirmed values only where there is an answer that they can move', async () => {
  vi.stubGlobal('Worker', InProcessWorker)
  await shown(untouched, <Weigh />)
  expect(screen.queryByText('Unconfirmed values:')).toBeNull()
  cleanup()
  await shown(samples[0]!.document, <Weigh />)
  expect(screen.getByText('Unconfirmed values:')).toBeTruthy()
})
