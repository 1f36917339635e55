import { useEffect } from 'react'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { useLevers } from '../../renderer/components/compare/levers'
import { useStore } from '../../renderer/state/store'
import { useWhatIf } from '../../renderer/state/what-if'
import { leversOf, within } from '../../shared/analysis/levers'
import { turned } from '../../shared/analysis/what-if'
import type { Case } from '../../shared/case/schema'
import { Engine } from '../../shared/model'
import { sample } from '../analysis/support'
import { fakeHost } from './support/fake-host'
import { InProcessWorker } from './support/in-process-worker'

const PATHS = ['keep', 'summit', 'harbor']
const engine = new Engine()

/** The leader at retirement, evaluated apart from the page. */
function leader(document: Case): string {
  const outcome = engine.evaluate(document)
  const leads = PATHS.map((id) => (id === 'keep' ? 0 : outcome.figure(id, 'expected', 'leadAtRetirement')!))
  return PATHS[leads.indexOf(Math.max(...leads))]!
}

const show = (document: Case) =>
  useStore.setState({ host: fakeHost(document), caseId: 'one', document, stored: document, revision: 1 })

function Levers({ hear }: { hear: (levers: ReturnType<typeof useLevers>) => void }) {
  const document = useStore((state) => state.document!)
  const found = useLevers(document, 'expected', PATHS)
  useEffect(() => hear(found), [hear, found])
  return found ? <p>{found.length} found</p> : <p>none yet</p>
}

beforeEach(() => vi.stubGlobal('Worker', InProcessWorker))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('finds where the lead changes hands without the window’s own thread', async () => {
  const document = sample('general-dentist')
  show(document)
  const heard: ReturnType<typeof useLevers>[] = []
  render(<Levers hear={(levers) => void heard.push(levers)} />)
  await screen.findByText(/\d found/, {}, { timeout: 20_000 })
  const flips = heard.at(-1)!.flatMap(({ lever, flip }) => (flip ? [{ lever, flip }] : []))
  expect(flips.length).toBeGreaterThan(0)
  const now = leader(document)
  for (const { lever, flip } of flips) {
    expect(leader(turned(document, [{ lever, value: flip.value }]))).toBe(flip.path)
    expect(flip.path).not.toBe(now)
    // A little nearer to the case's own value the order is as it was.
    const nearer = lever.unit === 'year' ? 1 : Math.abs(lever.read(document) - flip.value) * 0.02
    const before = flip.value + (flip.direction === 'above' ? -nearer : nearer)
    expect(leader(turned(document, [{ lever, value: within(lever, before) }]))).toBe(now)
  }
})

it('keeps the answers of a case while it is edited, and none of them for another case', async () => {
  show(sample('general-dentist'))
  render(<Levers hear={() => undefined} />)
  await screen.findByText(/\d found/, {}, { timeout: 20_000 })
  act(() => void useStore.getState().edit('practice/ownerCollections', 900_000))
  expect(screen.queryByText('none yet')).toBeNull()
  act(() => useStore.setState({ caseId: 'two' }))
  expect(screen.queryByText('none yet')).not.toBeNull()
})

it('are let go of silently where none is turned', () => {
  const { turn, letGo } = useWhatIf.getState()
  const heard: number[] = []
  const leave = useWhatIf.subscribe(({ turns }) => void heard.push(turns.length))
  letGo()
  expect(heard).toEqual([])
  turn(leversOf(sample('general-dentist'))[0]!, 2030)
  letGo()
  expect(heard).toEqual([1, 0])
  leave()
})
