import { hasTargets, type EarnOut } from '../../../shared/case/earn-outs'
import type { Component } from '../../../shared/case/schema'
import { byCause, leaverTerms, when, type Ask } from './asks'
import { byResult } from './part-columns'

type Rolled = Extract<Component, { kind: 'rolled' }>

/** Details of a price component that are not in its table row. */
export function asksOf(part: Component): readonly Ask[] {
  const own =
    part.kind === 'earnOut'
      ? earnOut(part)
      : part.kind === 'rolled'
        ? rolled(part)
        : when(part.kind === 'note', 'rate', 'repayment')
  return [...own, 'label', ...(part.kind === 'rolled' ? leaverTerms(part, '', true) : byCause('keptOnLeaving'))]
}

function earnOut(part: EarnOut): readonly Ask[] {
  const growth = part.basis === 'growth'
  const measured = byResult(part) && !growth
  const several = hasTargets(part)
  return [
    ...when(growth, 'metric', 'growthFrom', 'bestResult'),
    ...when(!growth, 'onTop'),
    ...when(
      measured,
      'metric',
      ...when(!part.cliff, 'floor'),
      ...when(!several, 'target'),
      'cliff',
      ...when(!part.cliff, 'inProportion'),
      ...when(several, 'catchUp'),
    ),
    'wages',
    ...when(!byResult(part), 'unconditional'),
    ...when(!growth, {
      list: 'targets',
      word: 'target',
      caption: 'Targets with dates of their own, such as one a year',
      columns: [
        { field: 'months', label: 'Paid after', unit: 'months from closing' },
        ...(measured ? [{ field: 'target', label: 'Full payment from', unit: '$ a year' }] : []),
        { field: 'part', label: 'Share of the earn-out', unit: '%' },
      ],
      most: 10,
      empty: 'One target and one date, as above. Add targets if each has a date of its own.',
    }),
  ]
}

function rolled(part: Rolled): readonly Ask[] {
  const granted = part.acquired === 'granted'
  const byFigures = part.method === 'workbench'
  return [
    'acquired',
    ...when(granted, 'threshold', 'longTerm'),
    // The row holds whichever of the two is stated.
    part.exitOn === null ? 'exitOn' : { field: 'exitOn', label: 'Exit on (blank: months after closing)' },
    'platform/value',
    ...when(part.platform.value !== null, 'platform/debt'),
    'platform/newEquity',
    ...when(granted || byFigures, 'dilution'),
    ...when(
      !granted && byFigures,
      'preference',
      ...when(
        part.preference !== 'none',
        'preferenceAmount',
        'preferenceMultiple',
        'preferenceAccrual',
        'preferenceShare',
      ),
    ),
    'cashedAtExit',
    {
      list: 'outcomes',
      word: 'outcome',
      caption: 'Possible outcomes at the parent’s exit',
      columns: [
        { field: 'label', label: 'Outcome', width: '32%' },
        { field: 'probability', label: 'Probability', unit: '%' },
        ...(byFigures
          ? [
              { field: 'exitEbitda', label: 'Parent’s EBITDA', unit: '$ a year' },
              { field: 'exitMultiple', label: 'Exit multiple', unit: '×' },
              { field: 'netDebt', label: 'Net debt', unit: '$' },
            ]
          : [
              {
                field: 'multiple',
                label: 'Returns',
                unit: granted ? '× the parent’s new equity' : '× the amount invested',
              },
            ]),
      ],
      seed: { probability: 0 },
      most: 8,
      empty: 'No outcome is entered, so it returns $0.',
    },
    ...when(part.cashedAtExit < 1, {
      list: 'recapitalisations',
      word: 'recapitalization',
      caption: 'Later recapitalizations',
      columns: [
        { field: 'months', label: 'Recapitalization after', unit: 'months from closing' },
        { field: 'multiple', label: 'Value carried over becomes', unit: '×' },
        { field: 'cashed', label: 'Portion cashed out', unit: '%' },
      ],
      most: 4,
      empty: 'Equity rolled again is not paid out unless a recapitalization is entered.',
    }),
  ]
}
