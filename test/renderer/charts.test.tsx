// The charts as drawn in both media: their content, how they are read, and what a change does not redraw.
import { fireEvent, render, screen, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'

import type { Medium } from '../../renderer/charts/Drawn'
import { FanChart } from '../../renderer/charts/FanChart'
import { markOfPath } from '../../renderer/charts/marks'
import { SharesChart } from '../../renderer/charts/SharesChart'
import { StackedYears } from '../../renderer/charts/StackedYears'
import { ThreeViewsChart } from '../../renderer/charts/ThreeViewsChart'
import { TimeLines } from '../../renderer/charts/TimeLines'
import { TornadoChart } from '../../renderer/charts/TornadoChart'
import { fallsBeside, Waterfalls } from '../../renderer/charts/Waterfalls'
import { writer } from '../../renderer/components/risk/lever-text'
import { usd, usdShort } from '../../renderer/format'
import { Desk } from '../../shared/analysis/jobs'
import { samples } from '../../shared/case/samples'
import { evaluateCase } from '../../shared/model'
import { yearMarks } from '../../shared/present/events'
import { accountLayers } from '../../shared/present/retirement'
import { threeViews, VIEW_NAMES } from '../../shared/present/views'
import { alignSteps, waterfallOf } from '../../shared/present/waterfall'
import { wealthOverTime } from '../../shared/present/wealth'

const { document } = samples.find(({ name }) => name === 'general-dentist')!
const outcome = evaluateCase(document)
const paths = outcome.paths.map(({ id }) => id)
const mark = (id: string) => markOfPath(document, id)
const wealth = wealthOverTime(outcome, 'expected', 'today', paths)
const views = threeViews(outcome, 'wealthAtRetirement', 'today', paths).map((row) => ({ ...row, mark: mark(row.id) }))
const fallen = ['harbor', 'cedar', 'summit'].map((id) => waterfallOf(outcome, id)!)
const stepRows = alignSteps(fallen)
const layers = accountLayers(outcome, 'harbor', 'expected', 'today')
const contest = { paths: ['harbor', 'keep'], figure: 'leadAtRetirementToday', view: 'expected' } as const
const tornado = (() => {
  const work = new Desk().work({ kind: 'tornado', document, contest })
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
})()
if (!('swings' in tornado)) throw new Error('The answer to a tornado is a tornado.')

const given = (medium: Medium) => ({ medium, title: 'T', description: 'D.', width: 900 })
const lines = wealth.paths.map((path) => ({ ...path, mark: mark(path.id), firm: path.accounts }))
const overTime = (medium: Medium, of: typeof lines = lines, count = wealth.years.length) => (
  <TimeLines
    {...given(medium)}
    years={wealth.years.slice(0, count)}
    ages={wealth.ages.slice(0, count)}
    lines={of}
    marks={yearMarks(outcome, paths)}
    height={300}
  />
)
const most = Math.max(...fallen.flatMap(({ steps }) => steps.map(({ from, to }) => Math.max(from, to))))
const parts = paths.map((id) => ({ id, name: id, mark: mark(id) }))
const shares = paths.map((_, i) => (i === 0 ? 1 - (paths.length - 1) * 0.05 : 0.05))
const values = wealth.paths[0]!.values
const around = (by: number) => values.map((value) => value * by)

/** Every Recharts chart. */
const charts: Record<string, (medium: Medium) => ReactNode> = {
  'lines over time': (medium) => overTime(medium),
  waterfalls: (medium) => (
    <Waterfalls
      {...given(medium)}
      falls={fallen.map(({ id, name }) => ({ id, name, mark: mark(id) }))}
      rows={stepRows}
      domain={[0, most]}
    />
  ),
  'three views': (medium) => <ThreeViewsChart {...given(medium)} rows={views} />,
  'stacked years': (medium) => <StackedYears {...given(medium)} {...layers} mark={mark('harbor')} height={280} />,
  'a fan': (medium) => (
    <FanChart
      {...given(medium)}
      years={wealth.years}
      ages={wealth.ages}
      bands={{ p10: around(0.5), p25: around(0.8), p50: values, p75: around(1.2), p90: around(1.6) }}
      mark={mark('keep')}
      retirementYear={2033}
    />
  ),
  shares: (medium) => <SharesChart {...given(medium)} rows={[{ label: 'At the end', shares }]} parts={parts} />,
  'a tornado': (medium) => (
    <TornadoChart
      {...given(medium)}
      tornado={tornado}
      sides={[
        { name: 'Harbor', mark: mark('harbor') },
        { name: 'Keep', mark: mark('keep') },
      ]}
      write={writer(document)}
    />
  ),
}
const texts = (container: Element) => [...container.querySelectorAll('svg text')].map(({ textContent }) => textContent)

describe.each(Object.entries(charts))('%s', (_, chart) => {
  it.each(['screen', 'paper'] as const)('has a name, a title and a shape on %s, all of it in the drawing', (medium) => {
    const { container } = render(chart(medium))
    const drawn = container.querySelector('[role="application"], [role="img"]')!
    expect(drawn.getAttribute('aria-label')).toMatch(/^T\. ./)
    const svg = drawn.querySelector('svg[data-chart]')!
    expect(svg.querySelector('title')!.textContent).toBe('T')
    expect(svg.querySelectorAll('rect[fill], path[fill], path[stroke]').length).toBeGreaterThan(0)
    expect(container.innerHTML).not.toMatch(/NaN|undefined|Infinity/)
    // No SVG pattern: printers rasterize it.
    expect(svg.querySelectorAll('pattern, image')).toHaveLength(0)
    for (const rect of svg.querySelectorAll('rect[fill]')) {
      const [x, width] = ['x', 'width'].map((name) => Number(rect.getAttribute(name)))
      expect(x).toBeGreaterThanOrEqual(0)
      expect(width).toBeGreaterThanOrEqual(0)
      expect(x! + width!).toBeLessThanOrEqual(900.1)
    }
  })

  it('shows the same on screen and on paper, where nothing is to be read one by one', () => {
    const screenTexts = texts(render(chart('screen')).container)
    const { container } = render(chart('paper'))
    const paper = container.querySelector('[role="img"]')!
    expect(container.querySelectorAll('[tabindex="0"], [role="application"]')).toHaveLength(0)
    fireEvent.pointerMove(paper, { clientX: 300, clientY: 40 })
    expect(container.querySelectorAll('[role="status"]')).toHaveLength(0)
    const amounts = (all: readonly string[]) => all.filter((text) => /\$|^\d+$/.test(text)).length
    expect(amounts(texts(container))).toBeGreaterThanOrEqual(amounts(screenTexts) / 2)
  })
})

describe('lines over time', () => {
  it('end in names that do not touch, and mark events in rows', () => {
    const { container } = render(overTime('screen'))
    const labels = lines.map(({ short }) => screen.getByText(short, { selector: 'svg text' }))
    const ys = labels.map((label) => Number(label.getAttribute('y'))).toSorted((a, b) => a - b)
    ys.slice(1).forEach((y, i) => expect(y - ys[i]!).toBeGreaterThanOrEqual(16 - 1e-6))
    expect(texts(container)).toEqual(expect.arrayContaining(['2027', 'age 60', 'you retire at 66', '$4M']))
  })

  it('stand where the amounts say: the last point of a line at its amount on the axis', () => {
    const { container } = render(overTime('screen'))
    const tick = (text: string) => Number(screen.getByText(text, { selector: 'svg text' }).getAttribute('y'))
    const [zero, four] = [tick('0'), tick('$4M')]
    const keep = container.querySelector(`.recharts-line path[stroke-dasharray=""]:not([stroke-opacity])`)!
    const [, y] = keep.getAttribute('d')!.split('L').at(-1)!.split(',').map(Number)
    const amount = ((y! - zero) / (four - zero)) * 4e6
    expect(Math.abs(amount - lines[0]!.firm.at(-1)!)).toBeLessThan(4e6 / 200)
  })

  it('are read by arrow keys: all amounts of a year, and what is in accounts', () => {
    render(overTime('screen'))
    const chart = screen.getByRole('application')
    fireEvent.keyDown(chart, { key: 'ArrowRight' })
    fireEvent.keyDown(chart, { key: 'End' })
    const said = screen.getByRole('status')
    expect(said.textContent).toMatch(/^2062, age 95/)
    for (const { name, values, firm } of lines) {
      const row = within(said).getByRole('row', { name: new RegExp(`^${name}`) })
      expect(row.textContent).toBe(`${name}${usd(values.at(-1))}${usd(firm.at(-1))}`)
    }
    fireEvent.keyDown(chart, { key: 'Escape' })
    expect(screen.queryByRole('status')).toBeNull()
  })

  it('follow new figures, and show what they were before', () => {
    const { container, rerender } = render(overTime('screen'))
    const drawn = () => container.querySelector('.recharts-line')!.innerHTML
    const first = drawn()
    const changed = lines.map((line) => ({
      ...line,
      values: line.values.map((value) => value * 0.9),
      firm: line.firm.map((value) => value * 0.9),
      before: line.values,
    }))
    rerender(overTime('screen', changed))
    expect(drawn()).not.toBe(first)
    expect(container.querySelectorAll('.recharts-line path[stroke-width="1"]')).toHaveLength(lines.length)
    rerender(overTime('screen'))
    expect(drawn()).toBe(first)
  })

  it('become shorter and longer with the plan, and are never drawn at no place', async () => {
    const { container, rerender } = render(overTime('screen'))
    const svg = container.querySelector('svg[data-chart]')!
    // What a shape was, and what it still is where another took its place.
    const drawn: (string | null)[] = []
    const observer = new MutationObserver((records) => {
      for (const { target, oldValue } of records) drawn.push(oldValue, (target as Element).getAttribute('d'))
    })
    observer.observe(svg, { subtree: true, attributes: true, attributeOldValue: true })
    for (const count of [20, 40, wealth.years.length, 30]) {
      const cut = lines.map(({ values, firm, ...line }) => ({
        ...line,
        values: values.slice(0, count),
        firm: firm.slice(0, count),
      }))
      const years = Math.min(count, wealth.years.length)
      rerender(overTime('screen', cut, years))
      for (const path of svg.querySelectorAll('.recharts-line path'))
        expect(path.getAttribute('d')!.split('L')).toHaveLength(years)
    }
    await Promise.resolve()
    observer.disconnect()
    expect([...drawn, svg.outerHTML].join(' ')).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('move where they are: a new figure mounts nothing anew and leaves the axes alone', async () => {
    const { container, rerender } = render(overTime('screen'))
    const svg = container.querySelector('svg[data-chart]')!
    const nodes = [...svg.querySelectorAll('*')]
    const ds = () => [...svg.querySelectorAll('.recharts-line path')].map((path) => path.getAttribute('d'))
    const first = ds()
    const changed: MutationRecord[] = []
    const observer = new MutationObserver((records) => void changed.push(...records))
    observer.observe(svg, { subtree: true, childList: true, attributes: true, characterData: true })
    const less = (values: readonly number[]) => values.map((value) => value * 0.99)
    rerender(
      overTime(
        'screen',
        lines.map((line) => ({ ...line, values: less(line.values), firm: less(line.firm) })),
      ),
    )
    await Promise.resolve()
    observer.disconnect()
    expect(ds().every((d, i) => d !== first[i])).toBe(true)
    expect([...svg.querySelectorAll('*')].every((node, i) => node === nodes[i])).toBe(true)
    expect(changed.some(({ target }) => (target as Element).closest('[class*="axis"], [class*="grid"]'))).toBe(false)
  })

  it('get an axis of other amounts without another axis of years, and stand on it at once', () => {
    const { container, rerender } = render(overTime('screen'))
    const kept = [...container.querySelectorAll('[class*="xAxis"], [class*="xAxis"] *, .recharts-line path')]
    expect(kept.length).toBeGreaterThan(40)
    const twice = (values: readonly number[]) => values.map((value) => value * 2)
    rerender(
      overTime(
        'screen',
        lines.map((line) => ({ ...line, values: twice(line.values), firm: twice(line.firm) })),
      ),
    )
    expect(kept.every((node) => container.contains(node))).toBe(true)
    const tick = (text: string) => Number(screen.getByText(text, { selector: 'svg text' }).getAttribute('y'))
    const perDollar = (tick('$8M') - tick('0')) / 8e6
    const keep = container.querySelector(`.recharts-line path[stroke-dasharray=""]:not([stroke-opacity])`)!
    const [, y] = keep.getAttribute('d')!.split('L').at(-1)!.split(',').map(Number)
    expect((y! - tick('0')) / perDollar / (2 * lines[0]!.firm.at(-1)!)).toBeCloseTo(1, 2)
    // The lines of the grid stand at the labels.
    const grid = container.querySelector('svg path[class*="grid"]')!.getAttribute('d')!
    const ys = [...grid.matchAll(/,([\d.]+)h/g)].map(([, y]) => Number(y))
    const labels = texts(container).filter((text) => /^(0|\$[\d.]+M)$/.test(text!))
    expect(ys).toEqual(labels.map((text) => tick(text!)))
  })
})

/** The left edge, upper edge, width and height of each bar of a layer, in px. */
const barsOf = (layer: Element) =>
  (layer.matches('path') ? layer : layer.querySelector('path')!)
    .getAttribute('d')!
    .split('Z')
    .filter(Boolean)
    .map((bar) => bar.match(/-?[\d.]+(?:e-?\d+)?/g)!.map(Number))

describe('bars over years', () => {
  it('stand on one another, as high as the amounts of their layers on the axis', () => {
    const { container } = render(charts['stacked years']!('screen'))
    const drawn = [...container.querySelectorAll('svg [data-layer]')].map(barsOf)
    const tick = (text: string) => Number(screen.getByText(text, { selector: 'svg text' }).getAttribute('y'))
    const perDollar = (tick('0') - tick('$1M')) / 1e6
    const full = layers.layers.map(({ values }) => values.flatMap((value, at) => (value > 0 ? [{ value, at }] : [])))
    const tops = new Map<number, number>()
    for (const [i, bars] of drawn.entries()) {
      expect(bars).toHaveLength(full[i]!.length)
      for (const [k, [x, y, width, height]] of bars.entries()) {
        const { value, at } = full[i]![k]!
        expect(height).toBeCloseTo(value * perDollar, 2)
        expect(y! + height!).toBeCloseTo(tops.get(at) ?? tick('0'), 2)
        tops.set(at, y!)
        // Within the band of its year.
        const band = (900 - 70 - 8) / layers.years.length
        expect(x).toBeGreaterThanOrEqual(70 + at * band)
        expect(x! + width!).toBeLessThanOrEqual(70 + (at + 1) * band)
      }
    }
    expect(tops.size).toBe(layers.years.length)
  })

  it('hang from zero where an amount is negative', () => {
    const few = { years: [2027, 2028], ages: [60, 61] }
    const three = [
      { id: 'a', label: 'A', values: [300, 100] },
      { id: 'b', label: 'B', values: [-100, 200] },
      { id: 'c', label: 'C', values: [100, -50] },
    ]
    const { container } = render(
      <StackedYears {...given('screen')} {...few} layers={three} mark={mark('harbor')} height={280} />,
    )
    const zero = Number(screen.getByText('0', { selector: 'svg text' }).getAttribute('y'))
    const [a, b, c] = [...container.querySelectorAll('svg [data-layer]')].map(barsOf)
    const edges = ([, y, , height]: readonly number[]) => [y!, y! + height!]
    expect(edges(b![0]!)[0]).toBeCloseTo(zero, 3)
    expect(edges(c![0]!)[1]).toBeCloseTo(edges(a![0]!)[0]!, 3)
    expect(edges(c![1]!)[0]).toBeCloseTo(zero, 3)
    expect(edges(b![1]!)[1]).toBeCloseTo(edges(a![1]!)[0]!, 3)
  })

  it('follow new figures and other years, and a new figure mounts no shape anew', () => {
    const stack = (by: number, count = layers.years.length) => (
      <StackedYears
        {...given('screen')}
        years={layers.years.slice(0, count)}
        ages={layers.ages.slice(0, count)}
        layers={layers.layers.map((layer) => ({
          ...layer,
          values: layer.values.slice(0, count).map((value) => value * by),
        }))}
        mark={mark('harbor')}
        height={280}
      />
    )
    const { container, rerender } = render(stack(1))
    const shapes = () => [...container.querySelectorAll('svg [data-layer]')]
    const [first, ds] = [shapes(), shapes().map((layer) => layer.outerHTML)]
    rerender(stack(0.97))
    expect(shapes().every((shape, i) => shape === first[i])).toBe(true)
    expect(shapes().every((shape, i) => shape.outerHTML !== ds[i])).toBe(true)
    for (const count of [20, layers.years.length, 12]) {
      rerender(stack(1, count))
      expect(new Set(shapes().flatMap((layer) => barsOf(layer).map(([x]) => x))).size).toBe(count)
      expect(container.innerHTML).not.toMatch(/NaN|undefined|Infinity/)
    }
  })
})

describe('rows', () => {
  it('of waterfalls stand on one scale, hang on one another and carry their amounts', () => {
    const { container } = render(charts['waterfalls']!('screen'))
    const all = fallen.flatMap(({ steps }) => steps)
    expect(texts(container)).toEqual(expect.arrayContaining(all.map(({ value }) => usdShort(value))))
    expect(container.querySelectorAll('line[class*="connector"]')).toHaveLength(all.length - fallen.length)
    // The totals of each path are as wide as their amounts, whichever path it is.
    const widths = fallen.map(({ id, steps }) => {
      const [first] = [...container.querySelectorAll(`svg > g rect[fill="${mark(id).color}"]:not([fill-opacity])`)]
      return Number(first!.getAttribute('width')) / steps[0]!.value
    })
    for (const width of widths) expect(width).toBeCloseTo(widths[0]!, 6)
    const chart = screen.getByRole('application')
    stepRows.forEach(({ label, steps }) => {
      fireEvent.keyDown(chart, { key: 'ArrowDown' })
      const said = screen.getByRole('status')
      expect(said.textContent).toContain(label)
      const amounts = steps.flatMap((step, i) => (step ? [`${fallen[i]!.name}${usd(step.value)}`] : []))
      for (const amount of amounts) expect(said.textContent).toContain(amount)
    })
  })

  it('of waterfalls stand side by side where four have room in the narrowest usual window', () => {
    expect(fallsBeside(776)).toBe(4)
    expect(fallsBeside(300)).toBe(1)
  })

  it('of three views carry all three figures, hatched by lines up to the maximum', () => {
    const { container } = render(charts['three views']!('paper'))
    for (const view of ['guaranteed', 'expected', 'maximum'] as const) {
      expect(texts(container)).toContain(VIEW_NAMES[view])
      for (const row of views) expect(texts(container)).toContain(usdShort(row[view]))
    }
    const hatched = [...container.querySelectorAll('.recharts-bar path[stroke-width="1.6"]')]
    expect(hatched).toHaveLength(views.filter(({ expected, maximum }) => maximum > expected).length)
  })

  it('of three views follow new figures, and no bar is mounted anew', () => {
    const { container, rerender } = render(charts['three views']!('screen'))
    const bars = () => [...container.querySelectorAll('.recharts-bar rect')]
    const first = bars()
    const widths = first.map((bar) => Number(bar.getAttribute('width')))
    const less = views.map((row) => ({ ...row, guaranteed: row.guaranteed * 0.99 }))
    rerender(<ThreeViewsChart {...given('screen')} rows={less} />)
    expect(bars()).toHaveLength(first.length)
    expect(bars().every((bar, i) => bar === first[i])).toBe(true)
    const solid = bars().flatMap((bar, i) => (bar.hasAttribute('fill-opacity') ? [] : [i]))
    expect(solid).toHaveLength(views.length)
    for (const i of solid) expect(Number(bars()[i]!.getAttribute('width')) / widths[i]!).toBeCloseTo(0.99, 2)
    for (const { guaranteed } of less) expect(texts(container)).toContain(usdShort(guaranteed))
  })

  it('come and go with the paths', () => {
    const { container, rerender } = render(charts['three views']!('screen'))
    const names = () =>
      [...container.querySelectorAll('.recharts-bar text[x="20"]')].map(({ textContent }) => textContent)
    for (const count of [views.length, 2, views.length, 1]) {
      rerender(<ThreeViewsChart {...given('screen')} rows={views.slice(0, count)} />)
      expect(names()).toEqual(views.slice(0, count).map(({ short }) => short))
    }
  })

  it('of shares fill their width', () => {
    const { container } = render(charts['shares']!('screen'))
    const widths = [...container.querySelectorAll('.recharts-bar rect')].map((rect) =>
      Number(rect.getAttribute('width')),
    )
    expect(widths).toHaveLength(paths.length)
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(900 - 150, 0)
  })
})
