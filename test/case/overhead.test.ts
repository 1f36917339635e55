import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { isOneFigure, withOverhead, withOverheadShare } from '../../shared/case/overhead'
import { set } from '../../shared/case/path'
import { caseSchema } from '../../shared/case/schema'
import { withUsual } from '../../shared/case/usual'
import { evaluateCase } from '../../shared/model'
import { sample } from '../analysis/support'

const empty = caseSchema.parse({ practice: { ownerCollections: 1_050_000, hygieneCollections: 400_000 } })

describe('overhead in one figure', () => {
  test('is what the practice costs in year 1, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_000 }), (overhead) => {
        const document = withOverhead(empty, overhead, 1_450_000)
        expect(evaluateCase(document).shared('practice/costs')[0]).toBeCloseTo(overhead, 4)
        expect(isOneFigure(document)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test('can be given as a share, which the model gives back', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1.5, noNaN: true }), (share) => {
        const outcome = evaluateCase(withOverheadShare(empty, share, 1_450_000))
        expect(outcome.shared('practice/overhead')[0]).toBeCloseTo(share, 9)
        expect(outcome.shared('practice/profitMargin')[0]).toBeCloseTo(1 - share, 9)
      }),
      { numRuns: 40 },
    )
  })

  test('is no share where nothing is collected', () => {
    const idle = caseSchema.parse({ practice: { ownerCollections: 0, hygieneCollections: 0, associateCollections: 0 } })
    const outcome = evaluateCase(withOverhead(idle, 100_000, 0))
    expect(outcome.shared('practice/overhead')[0]).toBeNaN()
  })

  test('marks every line as assumed and takes the place of what was there', () => {
    const document = withOverhead(withOverhead(sample('general-dentist'), 700_000, 1_600_000), 900_000, 1_600_000)
    expect(document.practice.costs.map(({ label }) => label)).toEqual(['Team', 'Supplies and lab', 'Facility', 'Other'])
    const origins = Object.entries(document.origins).filter(([path]) => path.startsWith('practice/costs/'))
    expect(origins).toHaveLength(4)
    expect(new Set(origins.map(([, origin]) => origin))).toEqual(new Set(['assumed']))
  })

  test('is no longer one figure once a line was changed', () => {
    const document = withOverhead(empty, 899_000, 1_450_000)
    const [team] = document.practice.costs
    const changed = set(document, `practice/costs/${team!.id}/amount`, 400_000)
    const entered = {
      ...changed,
      origins: { ...changed.origins, [`practice/costs/${team!.id}/amount`]: 'entered' as const },
    }
    expect(isOneFigure(entered)).toBe(false)
    expect(isOneFigure(empty)).toBe(false)
  })
})

describe('who does not know', () => {
  test('gets the middle of the usual range, marked as assumed', () => {
    const document = withUsual(empty, 'practice/feeGrowth')
    expect(document.practice.feeGrowth).toBe(0.0225)
    expect(document.origins['practice/feeGrowth']).toBe('assumed')
  })

  test('gets what stands there where nothing is known', () => {
    const document = withUsual(empty, 'owner/birthDate')
    expect(document.owner.birthDate).toBe(empty.owner.birthDate)
    expect(document.origins['owner/birthDate']).toBe('assumed')
  })
})
