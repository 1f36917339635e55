import { MantineProvider } from '@mantine/core'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { FanChart } from '../../renderer/charts/FanChart'
import { HeatMapChart } from '../../renderer/charts/HeatMapChart'
import { markOfPath } from '../../renderer/charts/marks'
import { TornadoChart } from '../../renderer/charts/TornadoChart'
import { writer } from '../../renderer/components/risk/lever-text'
import Risk from '../../renderer/pages/Risk'
import { useSimulation } from '../../renderer/state/simulation'
import { useStore } from '../../renderer/state/store'
import { Analyst } from '../../renderer/workers/client'
import { Desk, type Job, type Results } from '../../shared/analysis/jobs'
import { set } from '../../shared/case/path'
import { parseCase } from '../../shared/case/problems'
import { bandsOf } from '../../shared/present/futures'
import { sample } from '../analysis/support'
import { fakeHost } from './support/fake-host'
import { InProcessWorker } from './support/in-process-worker'

const document = set(sample('general-dentist'), 'risk/draws', 300)
const contest = { paths: ['harbor', 'keep'], figure: 'leadAtRetirementToday', view: 'expected' } as const

/** The answer to a job, without a worker. */
function answerTo<Kind extends keyof Results>(job: Extract<Job, { kind: Kind }>): Results[Kind] {
  const work = new Desk().work(job)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value as Results[Kind]
  }
}

beforeEach(() => {
  vi.stubGlobal('Worker', InProcessWorker)
  const host = fakeHost(document)
  useStore.setState({
    host,
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

describe('the page', () => {
  const show = () =>
    render(
      <MantineProvider>
        <Risk />
      </MantineProvider>,
    )

  it(
    'says what the answer hangs on, what would have to be true, and what to ask for',
    { timeout: 60_000 },
    async () => {
      show()
      const answer = { level: 2, name: /^Summit is \$[\d,]+ ahead of keeping/ }
      expect(await screen.findByRole('heading', answer, { timeout: 20_000 })).toBeDefined()
      await screen.findByText(/^Summit stays ahead of keeping unless Summit pays less than/, {}, { timeout: 20_000 })
      const table = await screen.findByRole('table', { name: /Summit is worth/ }, { timeout: 20_000 })
      const pay = within(table).getByRole('row', { name: /pay for your work/ })
      expect(pay.textContent).toMatch(/30% to 31%\$[\d,]+/)
      expect(screen.getByRole('heading', { level: 2, name: /moves the lead most/ })).toBeDefined()
    },
  )

  it('holds other paths against each other', { timeout: 60_000 }, async () => {
    show()
    await screen.findByRole('heading', { level: 2, name: /ahead of/ }, { timeout: 20_000 })
    fireEvent.change(screen.getByLabelText('Compare'), { target: { value: 'harbor' } })
    const answer = { level: 2, name: /^Keeping is \$[\d,]+ ahead of Harbor/ }
    expect(await screen.findByRole('heading', answer, { timeout: 20_000 })).toBeDefined()
  })

  it(
    'draws futures and answers with them first; after an edit it says that they are of before, and offers to run again',
    { timeout: 60_000 },
    async () => {
      show()
      const drawn = {
        level: 1,
        name: /^\w+ comes out ahead in \d+ of 100 simulations; spending is funded to age 95 in \d+ of 100/,
      }
      await screen.findByRole('heading', drawn, { timeout: 20_000 })
      await screen.findByText('300 simulations run.', {}, { timeout: 20_000 })
      expect(screen.getByText(/^Seed 1; generator .*; inputs [0-9a-f]{16}/)).toBeDefined()
      const table = screen.getByRole('table', { name: /How often spending is funded/ })
      expect(within(table).getByRole('row', { name: /Keep the practice/ }).textContent).toMatch(/\d+ of 100/)

      act(() => void useStore.getState().edit('practice/capex', 60_000))
      await screen.findByText('These simulations predate your latest changes.')
      fireEvent.click(screen.getByRole('button', { name: 'Run again' }))
      expect(await screen.findByText('300 simulations run.', {}, { timeout: 20_000 })).toBeDefined()
    },
  )

  it('shows the bands of the path of which it speaks first, until another is chosen', { timeout: 60_000 }, async () => {
    const keeping = set(sample('orthodontist'), 'risk/draws', 300)
    useStore.setState({ caseId: 'two', document: keeping, stored: keeping })
    show()
    await screen.findByRole('heading', { level: 1, name: /^Keeping comes out ahead in/ }, { timeout: 20_000 })
    await screen.findByText('300 simulations run.', {}, { timeout: 20_000 })
    const bandsOf = (name: string) =>
      screen.findByText(new RegExp(`^${name}: at retirement between`), { selector: 'h2' }, { timeout: 20_000 })
    expect(await bandsOf('Keeping')).toBeDefined()
    fireEvent.change(screen.getByLabelText('Bands for'), { target: { value: 'ridge' } })
    expect(await bandsOf('Ridge')).toBeDefined()
  })

  it('gives a path with nothing to hold against the way on', () => {
    const alone = parseCase({ ...document, offers: [], alternatives: {}, origins: {} })
    if (alone.ok) useStore.setState({ document: alone.value, stored: alone.value })
    show()
    expect(screen.getByRole('button', { name: 'Enter an offer' })).toBeDefined()
  })
})

describe('charts', () => {
  const write = writer(document)
  const side = (id: string, name: string) => ({ name, mark: markOfPath(document, id) })

  it('a tornado marks what flips in words, and arrow keys read the bars', () => {
    const tornado = answerTo({ kind: 'tornado', document, contest })
    const sides = [side('harbor', 'Harbor'), side('keep', 'Keep')] as const
    const { container } = render(
      <TornadoChart
        medium="screen"
        title="T"
        description="D."
        tornado={tornado}
        sides={sides}
        write={write}
        width={900}
      />,
    )
    const flips = tornado.swings.slice(0, 14).filter((swing) => swing.flips)
    expect(screen.getAllByText('⇄ flips')).toHaveLength(flips.length)
    expect(container.querySelectorAll('[x="NaN"], [width="NaN"], [width^="-"]')).toHaveLength(0)
    fireEvent.keyDown(screen.getByRole('application'), { key: 'ArrowDown' })
    expect(screen.getByRole('status').textContent).toMatch(
      new RegExp(`^${tornado.swings[0]!.lever.label}: at .* leads by \\$.*, at .* leads by \\$`),
    )
  })

  it('a tornado gives long names of inputs a part of its width', () => {
    const found = answerTo({ kind: 'tornado', document, contest })
    const [first, ...rest] = found.swings
    const label = 'Saving on the rest (Services only, Supplies and anesthesia)'
    const tornado = { ...found, swings: [{ ...first!, lever: { ...first!.lever, label } }, ...rest] }
    const sides = [side('harbor', 'Harbor'), side('keep', 'Keep')] as const
    const written = (width: number) => {
      const chart = (
        <TornadoChart
          medium="screen"
          title="T"
          description="D."
          tornado={tornado}
          sides={sides}
          write={write}
          width={width}
        />
      )
      const { container, unmount } = render(chart)
      const texts = [...container.querySelectorAll('svg text')].map(({ lastChild }) => lastChild!.textContent)
      unmount()
      return texts.find((text) => text?.startsWith('Saving'))
    }
    expect(written(700)).toBe('Saving on the rest (Services onl…')
    expect(written(1400)).toBe(label)
  })

  it('a heat map names who leads where, and arrow keys read the cells', () => {
    const measure = { figure: 'leadAtRetirementToday', view: 'expected' } as const
    const ids = ['keep', 'harbor']
    const map = answerTo({
      kind: 'heatMap',
      document,
      across: 'practice/feeGrowth',
      up: 'costs',
      paths: ids,
      measure,
    })
    const paths = [side('keep', 'Keep'), side('harbor', 'Harbor')]
    const { container } = render(
      <HeatMapChart title="T" description="D." map={map} paths={paths} write={write} width={800} />,
    )
    expect([...container.querySelectorAll('svg text')].map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['Keep', 'Harbor']),
    )
    fireEvent.keyDown(screen.getByRole('application'), { key: 'ArrowRight' })
    const first = screen.getByRole('status').textContent
    expect(first).toMatch(/^Fee growth −2%, growth of all costs −3 points: (Keep|Harbor) leads by \$/)
    fireEvent.keyDown(screen.getByRole('application'), { key: 'End' })
    expect(screen.getByRole('status').textContent).toMatch(/^Fee growth 6%, growth of all costs \+3 points:/)
  })
})

it('bands are drawn without a gap, and arrow keys read the years', () => {
  const result = answerTo({ kind: 'simulation', document })
  const [path] = result.paths
  const { container } = render(
    <FanChart
      medium="screen"
      title="T"
      description="D."
      years={result.years}
      ages={result.ages}
      bands={bandsOf(path!, 'today')}
      mark={markOfPath(document, path!.id)}
      retirementYear={result.retirementYear}
      width={800}
    />,
  )
  expect(container.querySelectorAll('[d*="NaN"], [y1="NaN"]')).toHaveLength(0)
  fireEvent.keyDown(screen.getByRole('application'), { key: 'End' })
  fireEvent.keyDown(screen.getByRole('application'), { key: 'End' })
  expect(screen.getByRole('status').textContent).toMatch(
    new RegExp(`^${result.years.at(-1)}, age 95: half of the simulations between`),
  )
})

it('the page is told of the draws a few times a second, and of every result', { timeout: 60_000 }, async () => {
  let clock = 0
  const now = vi.spyOn(performance, 'now').mockImplementation(() => (clock += 20))
  const seen: { at: number; result: unknown; done: number }[] = []
  const off = useSimulation.subscribe(
    ({ running, result }) => running && seen.push({ at: clock, result, done: running.done }),
  )
  useSimulation.getState().run('another', set(document, 'risk/draws', 12_800))
  await vi.waitFor(() => expect(useSimulation.getState().running).toBeUndefined(), { timeout: 20_000 })
  off()
  now.mockRestore()
  // Bands of 256, 512, 1,024 draws and so on, and of all.
  expect(new Set(seen.map(({ result }) => result)).size).toBe(7)
  const steps = seen.slice(1)
  const bare = steps.filter(({ result }, i) => result === seen[i]!.result)
  expect(bare.length).toBeGreaterThan(0)
  // The start itself may be followed at once.
  for (const { at } of bare) {
    const before = steps.filter((other) => other.at < at).at(-1)
    expect(at - (before?.at ?? -Infinity)).toBeGreaterThanOrEqual(200)
  }
})

describe('the worker', () => {
  it('says how far it is, and leaves a job that is wanted no longer', async () => {
    const analyst = new Analyst(() => new InProcessWorker() as unknown as Worker, 'what jobs have in common')
    const measure = { figure: 'leadAtRetirement', view: 'expected' } as const
    const job = {
      kind: 'heatMap',
      document,
      across: 'practice/feeGrowth',
      up: 'costs',
      paths: ['keep', 'harbor'],
      measure,
    } as const
    // Progress is told by the clock, and a fast machine would be done before it is told twice or can be left.
    let clock = 0
    const now = vi.spyOn(performance, 'now').mockImplementation(() => (clock += 50))
    const steps: number[] = []
    const whole = analyst.run<'heatMap'>(job, ({ done }) => steps.push(done))
    const ended = await act(() => whole.end)
    expect('result' in ended && ended.result.winner).toHaveLength(1600)
    expect(steps.length).toBeGreaterThan(1)
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))

    const gone = analyst.run<'heatMap'>(job, () => gone.leave())
    const waiting = analyst.run<'heatMap'>(job)
    waiting.leave()
    expect(await gone.end).toEqual({ left: true })
    expect(await waiting.end).toEqual({ left: true })
    now.mockRestore()
    // And it continues with the next.
    expect('result' in (await analyst.run<'asks'>({ kind: 'asks', document }).end)).toBe(true)
  })

  it('is ended with the job that is left where it keeps nothing; another works what was asked meanwhile', async () => {
    const workers: InProcessWorker[] = []
    const start = () => {
      workers.push(new InProcessWorker())
      return workers.at(-1) as unknown as Worker
    }
    const simulator = new Analyst(start, 'nothing')
    const job = { kind: 'simulation', document } as const
    const heard: number[] = []
    const gone = simulator.run<'simulation'>(job, ({ done }) => heard.push(done))
    const waiting = simulator.run<'simulation'>(job)
    gone.leave()
    // At once, in whatever step it is.
    expect(workers.map(({ ended }) => ended)).toEqual([true, false])
    expect(await gone.end).toEqual({ left: true })
    const ended = await waiting.end
    expect('result' in ended && ended.result.draws).toBe(300)
    expect(heard).toEqual([])

    // Canceling after its end terminates nothing; the same worker continues.
    waiting.leave()
    expect('result' in (await simulator.run<'simulation'>(job).end)).toBe(true)
    expect(workers.map(({ ended }) => ended)).toEqual([true, false])
  })

  it('gives a sentence where it cannot', async () => {
    const analyst = new Analyst(() => new InProcessWorker() as unknown as Worker, 'what jobs have in common')
    const { end } = analyst.run<'breakEvens'>({ kind: 'breakEvens', document, contest, levers: ['nothing/here'] })
    expect(await end).toEqual({ failed: 'There is nothing to turn at nothing/here.' })
  })
})
