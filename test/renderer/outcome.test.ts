import { expect, it } from 'vitest'

import { set } from '../../shared/case/path'
import { samples } from '../../shared/case/samples'
import { outcomeOf } from '../../renderer/state/outcome'

it('computes nothing anew for an edit on the pages of the partner, and everything for any other', () => {
  const { document } = samples[0]!
  const outcome = outcomeOf(document)
  expect(outcomeOf(set(document, 'partner/weights/culture', 3))).toBe(outcome)
  expect(outcomeOf(set(document, 'offers/summit/partner/scores/culture/score', 3))).toBe(outcome)
  expect(outcomeOf(set(document, 'offers/summit/job/rate', 0.25))).not.toBe(outcome)
})
