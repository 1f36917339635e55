import { expect, test } from 'vitest'

import { withWay } from '../../shared/case/choose-way'
import { set } from '../../shared/case/path'
import { parseCase } from '../../shared/case/problems'
import { samples } from '../../shared/case/samples'

const { document } = samples[0]!
const holds = (given: unknown) => parseCase(given).ok

test('a way that is compared begins within the plan', () => {
  const hidden = withWay(withWay(document, 'sellPrivately', false, 'entered'), 'stepBack', false, 'entered')
  const later = set(
    { ...hidden, owner: { ...hidden.owner, retirement: '2033-06-30' }, offers: [], origins: {} },
    'assumptions/startYear',
    2029,
  )
  expect(holds(later)).toBe(true)
  for (const way of ['sellPrivately', 'stepBack'] as const) {
    expect(holds(set(later, `alternatives/${way}/include`, true))).toBe(false)
    const compared = withWay(later, way, true, 'entered')
    expect(holds(compared)).toBe(true)
    expect(compared.alternatives[way].include).toBe(true)
  }
  expect(withWay(later, 'stepBack', true, 'entered').alternatives.stepBack.hireDate).toBe('2029-01-01')
})
