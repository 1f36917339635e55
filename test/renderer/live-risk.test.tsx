import { MantineProvider } from '@mantine/core'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { Simulated } from '../../renderer/components/compare/Simulated'
import { Why } from '../../renderer/components/figure/Why'
import { usdInWords } from '../../renderer/format'
import { useDrawn, useLiveRisk } from '../../renderer/state/live-risk'
import { useSimulation } from '../../renderer/state/simulation'
import { useStore } from '../../renderer/state/store'
import { useShown } from '../../renderer/state/what-if'
import { prepareSimulation } from '../../shared/analysis/simulation'
import { set } from '../../shared/case/path'
import type { Case } from '../../shared/case/schema'
import { leaderInFutures } from '../../shared/present/futures'
import { sample } from '../analysis/support'
import { fakeHost } from './support/fake-host'
import { InProcessWorker } from './support/in-process-worker'

const document = set(sample('general-dentist'), 'risk/draws', 640)

/** The sentence of a case, drawn apart from the page. */
function sentence(of: Case): string {
  const simulation = prepareSimulation(of)
  simulation.chunk(of.risk.draws)
  return leaderInFutures(simulation.result(), 'summit', 'today', usdInWords)
}

function Line() {
  const { outcome, tried } = useShown()
  return <Simulated outcome={outcome} tried={tried} dollars="today" leader="summit" />
}
const show = () =>
  render(
    <MantineProvider>
      <Line />
      <Why />
    </MantineProvider>,
  )
const whole = () => screen.findByText(/640 simulations, seed 1/, {}, { timeout: 20_000 })

beforeEach(() => {
  vi.stubGlobal('Worker', InProcessWorker)
  useLiveRisk.setState({ caseId: undefined, of: undefined, asked: undefined, result: undefined, failed: undefined })
  useSimulation.setState({ caseId: undefined, result: undefined, running: undefined })
  useStore.setState({
    host: fakeHost(document),
    caseId: 'one',
    document,
    stored: document,
    revision: 1,
    view: 'expected',
    dollars: 'today',
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the simulations on the comparison', { timeout: 60_000 }, () => {
  it('are shown from their first draws to the last, say why, and are those of the page of risks', async () => {
    const draws: number[] = []
    const stop = useLiveRisk.subscribe(({ result }) => result && draws.push(result.draws))
    const { container } = show()
    expect(container.textContent).toContain('Running simulations…')
    await whole()
    stop()
    expect(draws).toEqual([512, 640])
    expect(container.textContent).toContain(sentence(document))
    expect(useSimulation.getState()).toMatchObject({ caseId: 'one', result: { draws: 640 } })

    fireEvent.click(screen.getByRole('button', { name: /^Why\?/ }))
    const table = await screen.findByRole('table', { name: 'The paths in the simulations' })
    expect(within(table).getByRole('row', { name: /^Summit \d+ of 100 \$/ })).toBeDefined()
    expect(screen.getByText(/640 of 640 simulations; seed 1; generator .*; inputs [0-9a-f]{16}\./)).toBeDefined()
  })

  it('never stand as current after an edit, and follow it', async () => {
    const { container } = show()
    await whole()
    const before = sentence(document)
    act(() => void useStore.getState().edit('practice/ownerCollections', 1_300_000))
    expect(container.textContent).toContain('Rerunning the simulations after your change…')
    expect(container.textContent).not.toContain(' of 100 ')
    await whole()
    const after = sentence(useStore.getState().document!)
    expect(after).not.toBe(before)
    expect(container.textContent).toContain(after)
    // What is no money asks for no new draws.
    act(() => void useStore.getState().edit('offers/summit/partner/scores/staff/score', 9))
    expect(container.textContent).toContain(after)
    // Another case has none yet, and nothing of this one.
    act(() => useStore.setState({ caseId: 'two', document: set(document, 'practice/hygieneCollections', 500_000) }))
    expect(container.textContent).toContain('Running simulations…')
  })

  it('are left when the next edit comes: the answer to the last one is all that is told', async () => {
    const { container } = show()
    act(() => void useStore.getState().edit('practice/ownerCollections', 1_100_000))
    act(() => void useStore.getState().edit('practice/ownerCollections', 1_200_000))
    const told = new Set<unknown>()
    const stop = useLiveRisk.subscribe(({ of }) => of && told.add(of.practice.ownerCollections))
    await whole()
    stop()
    expect([...told]).toEqual([1_200_000])
    expect(container.textContent).toContain(sentence(useStore.getState().document!))
  })

  it('say so where they cannot be run', async () => {
    show()
    await whole()
    const { document: now } = useStore.getState()
    act(() => useLiveRisk.setState({ of: undefined, asked: now!, failed: 'Draw 5 of Summit has no value.' }))
    expect(
      screen.getByText(
        'The simulations could not be run: Draw 5 of Summit has no value. The figures above do not depend on them.',
      ),
    ).toBeDefined()
  })
})

it('a result of another case is never fresh', () => {
  const found: unknown[] = []
  function Probe({ of }: { readonly of: Case }) {
    found.push(useDrawn(of).fresh)
    return null
  }
  useLiveRisk.setState({ caseId: 'one', of: document })
  render(<Probe of={document} />)
  render(<Probe of={{ ...document }} />)
  expect(found).toEqual([true, false])
})
