import { readFileSync } from 'node:fs'

import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'

import { usd, usdInWords } from '../../renderer/format'
import { ticksFor } from '../../renderer/charts/axis'
import { spread } from '../../renderer/charts/spread'
import type { SinceSnapshot } from '../../renderer/report/context'
import { HeadingShift } from '../../renderer/report/headings'
import { Report } from '../../renderer/report/Report'
import { allQuestionPrices } from '../../shared/analysis/question-prices'
import { parseCase } from '../../shared/case/problems'
import { samples } from '../../shared/case/samples'
import { set } from '../../shared/case/path'
import type { Case } from '../../shared/case/schema'
import { READER_PARTS, type Reader, type ReportPart } from '../../shared/host'
import { evaluateCase } from '../../shared/model'
import { futuresSentence } from '../../shared/present/futures'
import { readBack, reportAnalyses, written, type ReportAnalyses } from '../../shared/present/report/analyses'
import { whereThePriceWent } from '../../shared/present/waterfall'
import { associateCase } from '../support/associate-case'

const sample = (name: string) => samples.find((one) => one.name === name)!.document
const show = (
  document = sample('general-dentist'),
  parts: readonly ReportPart[] = [...READER_PARTS.owner, 'everyYear'],
  since?: SinceSnapshot,
  analyses: Partial<ReportAnalyses> = {},
) => {
  const outcome = evaluateCase(document)
  const { container } = render(
    <Report
      outcome={outcome}
      document={document}
      analyses={analyses}
      since={since}
      dollars="today"
      reader="owner"
      parts={parts}
      today="2026-11-24"
      version="0.1.0"
    />,
  )
  return { outcome, container }
}

afterEach(cleanup)

describe('the report', () => {
  it('becomes the same on paper whether its analyses come later or another report was on the page before', () => {
    const parts = READER_PARTS.owner
    const outcome = evaluateCase(sample('general-dentist'))
    // Without collections there is no answer, and most chapters are left out.
    const unready = evaluateCase(set(outcome.document, 'practice/ownerCollections', 0))
    const all = reportAnalyses(outcome.document, { dollars: 'today', parts })!
    const page = (of: typeof outcome, analyses: Partial<ReportAnalyses>) => (
      <Report
        outcome={of}
        document={of.document}
        analyses={analyses}
        dollars="today"
        reader="owner"
        parts={parts}
        today="2026-11-24"
        version="0.1.0"
        contents
      />
    )
    // Ids that React and Recharts count up name clips and patterns.
    const drawn = (container: HTMLElement) => container.innerHTML.replaceAll(/_r_\w+_|recharts\d+-clip/g, '').split('<')
    const { container, rerender } = render(page(outcome, { prices: [], material: [], breakEvens: [], asks: [] }))
    const before = drawn(container)
    rerender(page(outcome, all))
    const complete = drawn(container)
    expect(complete).not.toEqual(before)
    expect(complete).toEqual(drawn(render(page(outcome, all)).container))
    rerender(page(unready, {}))
    expect(drawn(container).length).toBeLessThan(complete.length / 2)
    expect(drawn(container)).toEqual(drawn(render(page(unready, {})).container))
  })

  it.each([...samples, { name: 'an associate', document: associateCase }])(
    'has one first heading and skips no level: $name',
    ({ document }) => {
      const { container } = show(document)
      const levels = [...container.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1]))
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1))
    },
  )

  it.each(samples)('explains a mark of an age only where one stands: $name', ({ document }) => {
    const { container } = show(document, [])
    const marked = [...container.querySelectorAll('.funded td')].filter(({ textContent }) => textContent.endsWith('†'))
    const note = [...container.querySelectorAll('p')].filter(({ textContent }) => textContent.startsWith('† breaks'))
    expect(note).toHaveLength(Math.min(marked.length, 1))
  })

  it.each(samples)(
    'says of every head cell what it heads, and of every picture what it shows: $name',
    ({ document }) => {
      const { outcome, container } = show(document)
      for (const head of container.querySelectorAll('th')) expect(head.getAttribute('scope')).toBeTruthy()
      const pictures = container.querySelectorAll('figure [role="img"]')
      // Two with the answer and the brief, the timeline, and three sales a row; without simulations no bands.
      const sales = outcome.paths.filter(({ id }) => whereThePriceWent(outcome, id, 'expected'))
      expect(pictures).toHaveLength(2 + 1 + Math.ceil(sales.length / 3))
      for (const picture of pictures) {
        expect(picture.getAttribute('aria-label')).toMatch(/\w{3}/)
        expect(picture.querySelectorAll('svg path[d^="M"]').length).toBeGreaterThan(0)
        expect(picture.querySelectorAll('[d*="NaN"], [x="NaN"], [y="NaN"]')).toHaveLength(0)
      }
      expect(container.textContent).not.toMatch(/NaN|undefined|Infinity/)
    },
  )

  it('gives the model’s figures on its first page', () => {
    const { outcome } = show()
    const table = screen.getByRole('table', { name: /^Wealth at the end of the retirement year/ })
    const cedar = within(table).getByRole('row', { name: /Cedar/ })
    const cells = within(cedar).getAllByRole('cell')
    expect(cells.slice(1, 4).map(({ textContent }) => textContent)).toEqual(
      (['guaranteed', 'expected', 'maximum'] as const).map((view) =>
        usd(outcome.figure('cedar', view, 'wealthAtRetirementToday')),
      ),
    )
  })

  it.each([
    [
      'cpa',
      [
        'Year by year',
        'Tax on each sale',
        'What happens when, and where each price goes',
        'EBITDA bridge',
        'Questions for your advisors',
        'Assumptions',
      ],
    ],
    ['attorney', ['Terms of the letters', 'Questions for your advisors', 'Keeping, and the offers']],
    [
      'wealth-manager',
      [
        'Year by year',
        'Retirement by path',
        'Risk: many possible futures',
        'Side-by-side figures',
        'What happens when, and where each price goes',
        'Assumptions',
      ],
    ],
  ] satisfies [Reader, string[]][])('gives the %s the chapters of that reader, in their order', (reader, chapters) => {
    const { container } = show(sample('orthodontist'), READER_PARTS[reader])
    const titles = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
    expect(titles.slice(0, 3)).toEqual(['The answer', 'How sure it is, and what to ask for', 'The offers side by side'])
    expect(titles.slice(3, 3 + chapters.length)).toEqual(chapters)
    for (const picture of container.querySelectorAll('[role="img"]'))
      expect(picture.getAttribute('aria-label')).toMatch(/\w{3}/)
    expect(container.textContent).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('tells what has changed since a snapshot, each input with what it does to the leads', () => {
    const then = sample('general-dentist')
    const cheaper = set(
      set(then, 'offers/cedar/price/multiple', 7),
      `partner/organizations/${then.partner.organizations[0]!.id}/name`,
      'Other',
    )
    show(cheaper, ['changes'], { name: 'Before the call', document: then })
    screen.getByRole('heading', { name: '1 input has changed since “Before the call”' })
    const table = screen.getByRole('table', {
      name: /^Each input then and now, and its effect on the lead over keeping/,
    })
    const heads = within(table).getAllByRole('columnheader')
    expect(heads.map(({ textContent }) => textContent.trim()).slice(0, 4)).toEqual([
      'Input',
      'Then',
      'Now',
      'Sell to a dentist now',
    ])
    const row = within(table).getByRole('row', { name: /^Cedar: multiple/ })
    const lead = (document: Case) => evaluateCase(document).figure('cedar', 'expected', 'leadAtRetirementToday')!
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent)
        .slice(0, 5),
    ).toEqual(['6.2× EBITDA', '7× EBITDA', 'no effect', 'no effect', `+${usd(lead(cheaper) - lead(then))}`])
    const moved = screen.getByRole('table', { name: 'Figures of Cedar that moved, in today’s dollars' })
    const was = usd(evaluateCase(then).figure('cedar', 'expected', 'wealthAtRetirementToday'))
    expect(within(moved).getByRole('row', { name: /^Wealth at retirement/ }).textContent).toContain(`was ${was}, `)
    // What is known of the partner is told where the report tells of it.
    cleanup()
    show(cheaper, ['changes', 'partner'], { name: undefined, document: then })
    screen.getByRole('heading', { name: '2 inputs have changed since the snapshot' })
  })

  it.each([samples[0]!, { name: 'an associate', document: associateCase }])(
    'is the same whether its figures were worked out ahead and sent, or while it was drawn: $name',
    ({ document }) => {
      const parts = READER_PARTS.owner
      const ahead = reportAnalyses(document, { dollars: 'today', parts })!
      const { prices, simulated } = ahead
      const sent = show(document, parts, undefined, readBack(written(ahead))).container.innerHTML
      cleanup()
      const drawn = show(document, parts, undefined, { prices, simulated }).container.innerHTML
      const withoutNumbers = (html: string) => html.replaceAll(/recharts\d+-clip|_r_\w+_/g, '')
      expect(ahead.breakEvens!.length).toBeGreaterThan(5)
      expect(withoutNumbers(sent)).toBe(withoutNumbers(drawn))
    },
  )

  it('follows the order in which its parts are asked for', () => {
    show(undefined, ['method', 'questions'])
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'The answer',
      'The method in brief',
      'Questions for your advisors',
    ])
  })

  it('leaves parts out that are not wanted, never the first page', () => {
    show(undefined, ['method'])
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'The answer',
      'The method in brief',
    ])
  })

  it('shows each single year only where that is asked for', () => {
    const short = set(sample('general-dentist'), 'owner/horizonAge', 76)
    const years = (parts: readonly ReportPart[]) => {
      const { outcome, container } = show(short, parts)
      return container.querySelectorAll('table.years tbody tr').length / outcome.paths.length
    }
    expect(years(['years', 'everyYear'])).toBe(17)
    cleanup()
    // To the year after retirement in 2033, then 2035, 2040, and the last.
    expect(years(['years'])).toBe(8 + 3)
  })

  it('shows the terms of the offers with the assumptions where the offers are left out', () => {
    show(undefined, ['assumptions'])
    expect(screen.getByRole('columnheader', { name: /Harbor/ })).toBeDefined()
    expect(screen.getByText('Earn-out: probability of payment')).toBeDefined()
  })

  it('stands below the heading of a page that shows it', () => {
    const document = sample('general-dentist')
    const outcome = evaluateCase(document)
    render(
      <HeadingShift value={1}>
        <Report
          outcome={outcome}
          document={document}
          analyses={{}}
          dollars="future"
          reader="owner"
          parts={[]}
          today="2026-11-24"
          version="0.1.0"
        />
      </HeadingShift>,
    )
    expect(screen.queryByRole('heading', { level: 1 })).toBeNull()
    expect(screen.getByRole('heading', { level: 2, name: /Maple Street Dental/ })).toBeDefined()
  })

  it('says of stepping back what it says of an offer: the work, the take-home and the sale', () => {
    const { outcome } = show(set(sample('general-dentist'), 'alternatives/stepBack/include', true), [
      'offers',
      'closingTax',
    ])
    const own = screen
      .getAllByRole('heading', { level: 3, name: /Step back/ })
      .map((heading) => heading.parentElement!.textContent)
    const of = (figure: string) => usd(outcome.figure('step-back', 'expected', figure))
    expect(own).toHaveLength(2)
    for (const figure of ['takeHomeFirstYear', 'takeHomeAverage', 'terminalReceived', 'terminalTax'])
      expect(own[0]).toContain(of(figure))
    expect(own[1]).toContain(`VII Goodwill and going concern`)
    expect(own[1]).toContain(of('allocation/goodwill'))
  })

  it('stands without an offer', () => {
    const { container } = show(set(sample('general-dentist'), 'offers', []))
    expect(container.textContent).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('repeats keeping in a second table where there are more paths than a page is wide', () => {
    const document = sample('general-dentist')
    const more = Array.from({ length: 5 }, (_, i) => ({ ...document.offers[0]!, id: `more-${i}`, name: `More ${i}` }))
    const { container } = show({ ...document, offers: [...document.offers, ...more] }, ['figures'])
    const tables = container.querySelectorAll('table.side')
    expect(tables.length).toBeGreaterThan(1)
    for (const table of tables) expect(table.querySelector('thead')!.textContent).toContain('Keep the practice')
  })
})

describe('the scale of a chart', () => {
  it('covers the values and zero in round steps', () => {
    expect(ticksFor(0, 3_887_818)).toEqual([0, 1e6, 2e6, 3e6, 4e6])
    expect(ticksFor(-120, 430)).toEqual([-200, 0, 200, 400, 600])
    expect(ticksFor(0, 0)).toEqual([0])
  })

  it('moves labels apart inside the chart', () => {
    const placed = spread([10, 11, 90, 99], 12, 0, 100)
    const order = placed.toSorted((a, b) => a - b)
    expect(order.every((y, i) => i === 0 || y - order[i - 1]! >= 12 - 1e-9)).toBe(true)
    expect(Math.min(...placed)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...placed)).toBeLessThanOrEqual(100)
  })

  it('numbers the questions through, the reader’s own first, with room for the answers to those alone', () => {
    const document = sample('general-dentist')
    const outcome = evaluateCase(document)
    const { container } = render(
      <Report
        outcome={outcome}
        document={document}
        analyses={{ prices: allQuestionPrices(document) }}
        dollars="today"
        reader="attorney"
        parts={['questions']}
        today="2026-11-24"
        version="0.1.0"
      />,
    )
    const chapter = screen.getByRole('heading', { name: 'Questions for your advisors' }).closest('section')!
    expect(within(chapter).getAllByRole('heading', { level: 3 })[0]!.textContent).toMatch(/attorney|rely/)
    const lists = [...chapter.querySelectorAll('ol')]
    expect(lists.length).toBeGreaterThan(2)
    let next = 1
    for (const list of lists) {
      expect(list.start).toBe(next)
      next += list.children.length
    }
    // In each group the most expensive first.
    for (const list of lists) {
      const costs = [...list.children].flatMap(
        ({ textContent }) => /Could cost \$([\d,]+)/.exec(textContent)?.[1]?.replaceAll(',', '') ?? [],
      )
      expect(costs.map(Number)).toEqual(costs.map(Number).toSorted((a, b) => b - a))
    }
    expect(container.querySelectorAll('.room').length).toBeGreaterThan(0)
    expect(container.querySelectorAll('.room').length).toBeLessThan(next - 1)
  })

  it('shows in the brief how far chance may take each path, for six paths at most', () => {
    const document = sample('general-dentist')
    const show = (given: Case) => {
      const outcome = evaluateCase(given)
      const analyses = reportAnalyses(given, { dollars: 'future', parts: ['brief'] })!
      const simulated = analyses.simulated!
      const { container } = render(
        <Report
          outcome={outcome}
          document={given}
          analyses={analyses}
          dollars="future"
          reader="owner"
          parts={['brief']}
          today="2026-11-24"
          version="0.1.0"
        />,
      )
      const picture = (title: RegExp) => within(container).getByRole('img', { name: title }).getAttribute('aria-label')!
      return { outcome, simulated, picture, container }
    }
    const five = show(document)
    const bands = five.picture(/^Simulated wealth at the end of 2033/)
    for (const { name, atRetirement } of five.simulated.paths) {
      const { p10, p50, p90 } = atRetirement.nominal
      expect(bands).toContain(`${name} ${usdInWords(p10)} to ${usdInWords(p90)}, median ${usdInWords(p50)}`)
    }
    // The chart of wealth says where its lines begin and end.
    const wealth = five.outcome.row('summit', 'expected', 'wealth')!
    expect(five.picture(/^Wealth at the end of each year/)).toContain(
      `Summit from ${usdInWords(wealth[0])} to ${usdInWords(wealth.at(-1))}`,
    )
    cleanup()

    const [harbor] = document.offers
    const many = Array.from({ length: 6 }, (_, i) => ({ ...harbor!, id: `more-${i}`, name: `More ${i}` }))
    const eleven = show({ ...document, origins: {}, offers: [...document.offers, ...many.slice(0, 5)] })
    expect(eleven.outcome.paths).toHaveLength(10)
    const shown = eleven.outcome.paths.filter(
      ({ name }) =>
        eleven.picture(/^Simulated wealth/).includes(`: ${name} $`) ||
        eleven.picture(/^Simulated wealth/).includes(`; ${name} $`),
    )
    const least = Math.min(
      ...shown
        .filter(({ id }) => id !== 'keep')
        .map(({ id }) => eleven.outcome.figure(id, 'expected', 'wealthAtRetirement')!),
    )
    expect(shown.map(({ id }) => id)).toContain('keep')
    expect(shown).toHaveLength(6)
    for (const { id } of eleven.outcome.paths.filter((one) => !shown.includes(one)))
      expect(eleven.outcome.figure(id, 'expected', 'wealthAtRetirement')).toBeLessThanOrEqual(least)
    expect(eleven.container.textContent).toContain('Shown, here and in the next charts: keeping and the 5 paths')
  })

  it('puts three warnings above the answer and counts the others, if a chapter lists them', () => {
    const document = sample('general-dentist')
    const warned: Case = {
      ...document,
      practice: { ...document.practice, partnersCollections: 1000 },
      offers: document.offers.map((offer) => ({ ...offer, leaseGuaranty: 'stays' as const })),
    }
    const boxed = () => screen.getByText('Read this first').parentElement!
    show(warned, ['brief', 'questions'])
    const lines = within(boxed()).getAllByRole('listitem')
    expect(lines).toHaveLength(4)
    expect(lines.at(-1)!.textContent).toBe('1 more, in the chapter “Questions for your advisors”.')
    const chapter = screen.getByRole('heading', { name: 'Questions for your advisors' }).parentElement!
    expect(within(chapter).getAllByText(/personal guaranty of the office lease/)).toHaveLength(3)
    expect(chapter.textContent).toContain('Your partners collect $1,000 a year')
    cleanup()
    show(warned, ['brief'])
    expect(within(boxed()).getAllByRole('listitem')).toHaveLength(4)
    expect(boxed().textContent).toContain('Your partners collect $1,000 a year')
    expect(boxed().textContent!.match(/personal guaranty/g)).toHaveLength(3)
  })

  it('shows the return of a sale by form line, and what of its tax is beside the return', () => {
    const read = parseCase(JSON.parse(readFileSync('test/fixtures/real/note-10m-453A.json', 'utf8')))
    if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'))
    const { container } = show(read.value, ['closingTax'])
    const table = container.querySelector('table.return')!
    const cells = [...table.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent),
    )
    // By hand: half of $20,000,000 is paid at closing, all of it gain at 20%.
    expect(cells).toContainEqual([
      '+ Capital gain or loss in income',
      'Form 1040, line 7; Schedule D',
      '$0',
      '$10,000,000',
    ])
    expect(cells).toContainEqual(['+ Tax on gain', 'Form 1040, line 16; Schedule D', '$0', '$2,000,000'])
    expect(cells[0]).toEqual(['+ Wages from your own practice', 'Form 1040, line 1a; W-2', '$180,000', '$180,000'])
    expect(cells.at(-1)!.slice(0, 2)).toEqual(['= Total federal tax', 'Form 1040, line 24'])
    expect(table.nextElementSibling!.textContent).toContain('§453A(c); Schedule 2, line 15')
    expect(container.textContent.match(/tax drag on investment return/g)).toHaveLength(1)
  })

  it('says of chance what the simulation of the case says, with seed and number', () => {
    const document = sample('orthodontist')
    const outcome = evaluateCase(document)
    const analyses = reportAnalyses(document, { dollars: 'today', parts: ['risk'] })!
    const simulated = analyses.simulated!
    render(
      <Report
        outcome={outcome}
        document={document}
        analyses={analyses}
        dollars="today"
        reader="wealth-manager"
        parts={['risk']}
        today="2026-11-24"
        version="0.1.0"
      />,
    )
    const chapter = screen.getByRole('heading', { name: 'Risk: many possible futures' }).closest('section')!
    expect(chapter.textContent).toContain(futuresSentence(simulated))
    expect(chapter.textContent).toContain(`10,000 simulations, seed ${document.risk.seed}`)
    expect(chapter.textContent).toContain('10,000 simulations were run, so each share is ±1 of 100 (95% confidence).')
    for (const { atRetirement, cause } of simulated.paths) {
      for (const share of ['p10', 'p50', 'p90'] as const)
        expect(chapter.textContent).toContain(usd(atRetirement.today[share]))
      expect(chapter.textContent).toContain(cause.sentence)
    }
  })
})
