import { MessageChannel } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'

import { simulationBy, type Progress } from '../../../shared/analysis/jobs'
import { prepareSimulation, Simulations, type SimulationResult } from '../../../shared/analysis/simulation'
import { Crew, helping, type Asked, type Found, type Helper } from '../../../shared/analysis/simulation/crew'
import { set } from '../../../shared/case/path'
import { sample } from '../support'

const document = set(sample('general-dentist'), 'risk/draws', 1_700)
const alone = prepareSimulation(document)
alone.chunk(alone.draws)
const expected = alone.result()

const open: (() => void)[] = []
afterEach(() => open.splice(0).forEach((close) => close()))

/** The thread's side behind a real port, whose messages are copied and handed over as a thread's are. */
function helper(breaksAt = Infinity): Helper {
  const { port1, port2 } = new MessageChannel()
  const help = helping((found, handedOver) => port2.postMessage(found, handedOver as ArrayBuffer[]))
  let breaks = (): void => undefined
  let heard = 0
  port2.on('message', (asked: Asked) => (heard++ < breaksAt ? help(asked) : breaks()))
  open.push(() => port1.close())
  return {
    post: (message) => port1.postMessage(message),
    hear: (listener) => void port1.on('message', (found: Found) => listener(found)),
    lost: (listener) => (breaks = listener),
  }
}

async function worked(
  crew: Crew,
  of = document,
  simulations = new Simulations(),
): Promise<{ result: SimulationResult; shown: Progress[] }> {
  const steps = simulationBy(crew, of, simulations)
  const shown: Progress[] = []
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
    const step = await steps.next()
    if (step.done) return { result: step.value, shown }
    shown.push(step.value)
  }
}

test.each([1, 3])(
  'with %i threads the figures are those of one alone, digit by digit, as is what is shown on the way',
  async (size) => {
    const crew = new Crew(size, () => helper())
    const { result, shown } = await worked(crew)
    expect(result).toEqual(expected)
    expect(shown.map(({ done }) => done)).toEqual([0, 256, 512, 768, 1_024, 1_280, 1_536, 1_700])
    const half = prepareSimulation(document)
    half.chunk(512)
    expect(shown[2]!.soFar).toEqual(half.result())
  },
)

test('threads are started once, and after the first draws are shown', async () => {
  let started = 0
  const crew = new Crew(2, () => (started++, helper()))
  const steps = simulationBy(crew, document)
  await steps.next()
  expect((await steps.next()).value).toMatchObject({ done: 256, soFar: { draws: 256 } })
  expect(started).toBe(0)
  await steps.next()
  expect(started).toBe(2)
  await worked(crew)
  expect(started).toBe(2)
})

test('a simulation that is left does not come into the next', async () => {
  const crew = new Crew(2, () => helper())
  const left = simulationBy(crew, set(document, 'risk/seed', 99))
  // Threads have batches of it from the third step on.
  for (const _ of [1, 2, 3]) await left.next() // oxlint-disable-line no-await-in-loop
  expect((await worked(crew)).result).toEqual(expected)
})

test('after an edit threads are sent the values of the case, and the program only if it is another one', async () => {
  const sent: string[] = []
  const { post, ...thread } = helper()
  const crew = new Crew(1, () => ({
    ...thread,
    post: (message) => (sent.push(...Object.keys(message)), post(message)),
  }))
  const simulations = new Simulations()
  const edited = set(document, 'practice/feeGrowth', 0.01)
  const other = { ...document, offers: document.offers.slice(1) }
  for (const of of [document, edited, other, document]) {
    const simulation = prepareSimulation(of)
    simulation.chunk(simulation.draws)
    // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
    expect((await worked(crew, of, simulations)).result).toEqual(simulation.result())
  }
  expect(sent.filter((what) => what === 'program' || what === 'slots')).toEqual([
    'program',
    'slots',
    'slots',
    'program',
    'slots',
    'program',
    'slots',
  ])
})

test('threads that break down leave the rest of the work to the one that is there', async () => {
  const started = [helper(), helper(2)]
  const crew = new Crew(2, () => started.shift()!)
  expect((await worked(crew)).result).toEqual(expected)
  expect((await worked(crew)).result).toEqual(expected)
})

test('batches come back in the order in which they were drawn', () => {
  const simulation = prepareSimulation(document)
  simulation.next(10)
  const second = simulation.next(10)!
  expect(() => simulation.take(second, new Float64Array(0))).toThrow('Draw 1 comes next, not draw 11.')
})
