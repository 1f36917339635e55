import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { LifeLinesChart } from '../../renderer/charts/LifeLinesChart'
import { markOfPath } from '../../renderer/charts/marks'
import { StackedYears } from '../../renderer/charts/StackedYears'
import { AgesTable } from '../../renderer/components/retirement/AgesTable'
import { Why } from '../../renderer/components/figure/Why'
import { useStore } from '../../renderer/state/store'
import { earliestRetirementAges } from '../../shared/analysis/retirement'
import { samples } from '../../shared/case/samples'
import { evaluateCase } from '../../shared/model'
import { earliestReasons, lifeLines, payerLayers } from '../../shared/present/retirement'
import { fakeHost } from './support/fake-host'

afterEach(cleanup)

const { document } = samples.find(({ name }) => name === 'general-dentist')!
const outcome = evaluateCase(document)
const paths = outcome.paths.map(({ id }) => id)

describe('the charts of retirement', () => {
  it('draw a lane for each path, hatched where money is missing, nothing outside the drawing', () => {
    const found = lifeLines(outcome, 'expected', paths)
    const rows = found.paths.map((path) => ({ ...path, mark: markOfPath(document, path.id) }))
    const { container } = render(
      <LifeLinesChart title="Lives" description="By age." {...found} paths={rows} width={1000} />,
    )
    expect(screen.getByRole('img', { name: 'Lives. By age.' })).toBeTruthy()
    for (const { ends } of found.paths) expect(screen.getAllByText(ends).length).toBeGreaterThan(0)
    expect(container.querySelectorAll('rect[fill^="url(#"]')).toHaveLength(1)
    for (const rect of container.querySelectorAll('svg > g rect')) {
      const end = Number(rect.getAttribute('x')) + Number(rect.getAttribute('width'))
      expect(end).toBeLessThanOrEqual(1000 - 114 + 0.01)
    }
  })

  it('stack a bar for each year, with the names of the layers below', () => {
    const layers = payerLayers(outcome, 'private', 'expected', 'today')
    const { container } = render(
      <StackedYears
        medium="screen"
        title="Payers"
        description="One bar a year."
        {...layers}
        mark={markOfPath(document, 'private')}
        width={900}
        height={280}
      />,
    )
    const drawn = [...container.querySelectorAll('[data-layer]')]
    expect(drawn.map((layer) => layer.getAttribute('data-layer'))).toEqual(layers.layers.map(({ id }) => id))
    // Each layer has a bar in the years in which it is anything.
    for (const [i, { values }] of layers.layers.entries()) {
      const bars = drawn[i]!.matches('path') ? drawn[i]! : drawn[i]!.querySelector('path')!
      expect(bars.getAttribute('d')!.split('Z')).toHaveLength(values.filter((value) => value !== 0).length + 1)
    }
    const names = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(names).toEqual(layers.layers.map(({ label }) => label))
    expect(names).toContain('unfunded')
    expect(container.innerHTML).not.toContain('NaN')
  })
})

describe('the table of ages', () => {
  it('tries an age that is pressed, and says of each path whether sure money is enough by sign and word', () => {
    useStore.setState({ document })
    const onTry = vi.fn<(age: number) => void>()
    const earliest = earliestRetirementAges(outcome)
    render(<AgesTable outcome={outcome} earliest={earliest} view="expected" paths={paths} onTry={onTry} />)
    screen.getByRole('button', { name: 'Cedar, noncontingent view: 62. Try it' }).click()
    expect(onTry).toHaveBeenCalledExactlyOnceWith(62)
    const row = (name: RegExp) => screen.getByRole('row', { name }).textContent
    expect(row(/^Cedar/)).toMatch(/✓ funded to age 95$/)
    expect(row(/^Sell to a dentist now/)).toMatch(/none.*✗ runs out after age 91$/)
  })

  it('says of an age why: what was tried, when money is missing a year earlier; its amounts lead on', async () => {
    useStore.setState({ host: fakeHost(document), caseId: 'one', document, stored: document, dollars: 'future' })
    const earliest = earliestRetirementAges(outcome)
    render(
      <MantineProvider>
        <AgesTable outcome={outcome} earliest={earliest} view="expected" paths={paths} onTry={() => undefined} />
        <Why />
      </MantineProvider>,
    )
    fireEvent.click(screen.getByTitle('Why? Keep the practice, expected view: earliest retirement age'))
    const drawer = await screen.findByRole('dialog')
    const text = () => drawer.textContent
    expect(text()).toMatch(/every birthday from age 60, .* to age 62\./)
    expect(text()).toMatch(
      /If you retire at age 62, spending is funded to the end of the plan at age 95; .* lowest at the end of 20\d\d \(age \d\d\): \$/,
    )
    expect(text()).toMatch(
      /At age 61, a year earlier, the first shortfall is in 20\d\d \(age \d\d\): \$[\d,]+ in future dollars/,
    )
    expect(text()).toMatch(/the accounts (never reach 25 times spending|reach 25 times spending at age \d\d)/)
    // The amount's own explanation states the same amount, for the plan in which it is short.
    const missing = within(drawer).getByTitle('Why? shortfall')
    const amount = missing.textContent
    fireEvent.click(missing)
    await within(drawer).findByRole('heading', { name: 'Shortfall' })
    expect(text()).toContain('Assumes retirement at age 61, not the date in your case.')
    expect(text()).toContain(amount)
    fireEvent.click(within(drawer).getByRole('button', { name: 'earliest retirement age' }))
    await within(drawer).findByRole('heading', { name: 'Earliest retirement age' })
  })

  it('says of a path that lets nobody stop when money is missing at the last age', () => {
    const told = earliestReasons(outcome, 'private', 'guaranteed', 'today').map((parts) =>
      parts.map((part) => (typeof part === 'string' ? part : part.line.label)).join(''),
    )
    expect(told[1]).toBe('None of these ages funds spending to the end of the plan at age 95.')
    expect(told[2]).toMatch(/^At age \d+, the last age tested, the first shortfall is in /)
  })
})
