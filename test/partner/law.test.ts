// Nothing known or thought about an organization changes a figure, a structure, a check, or a simulation's hash.
import fc from 'fast-check'
import { expect, it } from 'vitest'

import { sameMoney } from '../../shared/case/partner/money'
import { offerPartner, partnerSchema } from '../../shared/case/partner/schema'
import { hashOf } from '../../shared/analysis/simulation'
import { checksOf } from '../../shared/checks'
import type { Case } from '../../shared/case/schema'
import { Engine } from '../../shared/model'
import { outcomeData } from '../../shared/present/outcome-data'
import { anyCase } from '../model/arbitrary-case'
import { anyOf } from '../support/any-of'

/** A case with anything at all on the Partner pages, whether it is consistent or not. */
const withPartner = anyCase.chain((document) =>
  fc
    .record({
      partner: anyOf(partnerSchema),
      offers: fc.tuple(...document.offers.map(() => anyOf(offerPartner))),
    })
    .map(({ partner, offers }) => ({
      before: document,
      after: {
        ...document,
        partner: partner as Case['partner'],
        offers: document.offers.map((offer, i) => ({ ...offer, partner: offers[i] as typeof offer.partner })),
      },
    })),
)

it('changes no line of any path in any view', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(withPartner, ({ before, after }) => {
      const engine = new Engine()
      expect(sameMoney(before, after)).toBe(true)
      const structure = engine.structureOf(before)
      expect(engine.structureOf(after)).toBe(structure)
      expect(structure.inputs(after)).toEqual(structure.inputs(before))
      expect(hashOf(after)).toBe(hashOf(before))
      const values = (document: Case) => {
        const outcome = engine.evaluate(document)
        return [structure.graph.lines.map((line) => outcome.values(line)), checksOf(outcome), outcomeData(outcome)]
      }
      expect(values(after)).toEqual(values(before))
    }),
    { numRuns: 20 },
  )
})

it('is told apart from what does change figures', () => {
  fc.assert(
    fc.property(anyCase, (document) => {
      const practice = { ...document.practice, feeGrowth: document.practice.feeGrowth + 0.01 }
      expect(sameMoney(document, { ...document, practice })).toBe(false)
      expect(sameMoney(document, { ...document, offers: [...document.offers, ...document.offers.slice(0, 1)] })).toBe(
        document.offers.length === 0,
      )
    }),
    { numRuns: 10 },
  )
})
