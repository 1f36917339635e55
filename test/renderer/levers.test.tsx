import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { useLevers } from '../../renderer/components/compare/levers'
import { useStore } from '../../renderer/state/store'
import { within } from '../../shared/analysis/levers'
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

let found: ReturnType<typeof useLevers>
function Levers() {
  found = useLevers(
    useStore((state) => state.document!),
    'expected',
    PATHS,
  )
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
  render(<Levers />)
  await screen.findByText(/\d found/, {}, { timeout: 20_000 })
  const flips = found!.flatMap(({ lever, flip }) => (flip ? [{ lever, flip }] : []))
  expect(flips.length).toBeGreaterThan(0)
  const now = leader(document)
  for (const { lever, flip } of flips) {
    expect(leader(turned(document, [{ lever, value: flip.value }]))).toBe(flip.path)
    expect(flip.path).not.toBe(now)
    // A little nearer to the case's own value the order is as it was.
    const nearer = flip.value + (lever.read(document) - flip.value) * 0.02
    if (lever.unit !== 'year') expect(leader(turned(document, [{ lever, value: within(lever, nearer) }]))).toBe(now)
  }
})

it('keeps the answers of a case while it is edited, and none of them for another case', async () => {
  show(sample('general-dentist'))
  render(<Levers />)
  await screen.findByText(/\d found/, {}, { timeout: 20_000 })
  act(() => void useStore.getState().edit('practice/ownerCollections', 900_000))
  expect(screen.queryByText('none yet')).toBeNull()
  act(() => useStore.setState({ caseId: 'two' }))
  expect(screen.queryByText('none yet')).not.toBeNull()
})
