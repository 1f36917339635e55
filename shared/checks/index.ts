import type { Outcome } from '../model'
import { associateRules } from './associate'
import type { Check } from './check'
import { closingOrderRules, earlyRules, lateRules, leavingRules } from './dates'
import { deferredRules } from './deferred'
import {
  claimRules,
  closingRules,
  fundingRules,
  lengthRules,
  reachRules,
  stepRules,
  trancheRules,
  valueRules,
} from './plan'
import { addBackRules, practiceRules, privateSaleRules } from './practice'
import { offerRowRules, partRules, priceRules } from './price'
import type { RuleSet } from './rule'
import { structureRules } from './structure'
import { taxRules } from './tax'
import { termRules } from './terms'

export type { Check } from './check'

/** Before the offers: the plan and the practice. */
const BEFORE: readonly RuleSet[] = [valueRules, practiceRules, addBackRules, ...stepRules, lengthRules, reachRules]

/** Checks of one offer at a time, so that each offer's findings are grouped. */
const OF_AN_OFFER: readonly RuleSet[] = [
  priceRules,
  ...partRules,
  closingOrderRules,
  earlyRules,
  leavingRules,
  lateRules,
  structureRules,
  ...offerRowRules,
  ...termRules,
  ...deferredRules,
  ...associateRules,
]

const AFTER: readonly RuleSet[] = [privateSaleRules, trancheRules, claimRules, ...taxRules, closingRules]

const ORDER = { problem: 0, warning: 1, question: 2 } as const

const known = new WeakMap<Outcome, readonly Check[]>()

/** All checks of a case, problems first; computed once per outcome. Nothing here changes a figure. */
export function checksOf(outcome: Outcome): readonly Check[] {
  let found = known.get(outcome)
  if (!found) known.set(outcome, (found = checked(outcome)))
  return found
}

function checked(outcome: Outcome): Check[] {
  const { document } = outcome
  const place = { outcome, document }
  const run = (sets: readonly RuleSet[], only?: string) =>
    sets.flatMap((rules) => rules.run(only === undefined ? place : { ...place, only }))
  const found = [...run(BEFORE), ...document.offers.flatMap(({ id }) => run(OF_AN_OFFER, id)), ...run(AFTER)]
  // With a problem in the case there is no answer, and so no age to which the money lasts.
  const answered = found.some(({ severity }) => severity === 'problem') ? found : [...found, ...run([fundingRules])]
  return answered.sort((a, b) => ORDER[a.severity] - ORDER[b.severity])
}

/** The warnings that stand beside the answer itself. Whether the money lasts is said with the answer in its own words. */
export const warningsBesideTheAnswer = (outcome: Outcome): Check[] =>
  checksOf(outcome).filter(({ severity, path }) => severity === 'warning' && path !== 'owner/spendingRetired')
