import { addMonths, dayOf, inWords, timeOf, yearOf } from '../case/dates'
import { type EarnOut, earnOutPayments, isOnTop } from '../case/earn-outs'
import { rolledExit } from '../case/exits'
import { nameOf } from '../case/problems'
import type { Case, Offer } from '../case/schema'
import { CLAIM_AGES, FULL_RETIREMENT_AGE } from '../tax/parameters/social-security'
import { MOST_YEARS, type Outcome } from '../model/comparison'
import { ageInMonths } from '../model/household/social-security'
import type { Advisor, Check } from './check'
import { deferredChecks } from './deferred-checks'
import { taxChecks } from './tax-checks'

export type { Check } from './check'

/** Months of age from which nothing is withheld, whatever the year of birth of those who have not claimed yet. */
const WITHOUT_EARNINGS_TEST = FULL_RETIREMENT_AGE.values.at(-1)!

/** Who is younger when the plan starts has a mistyped year of birth: nobody of that age owns a practice. */
const YOUNGEST_OWNER = 18

/** All checks of a case, problems first. Nothing here changes a figure. */
export function checksOf(outcome: Outcome): Check[] {
  const { document } = outcome
  const checks = [
    ...withoutValue(outcome),
    ...practiceChecks(outcome),
    ...stepChecks(document),
    ...ageChecks(document),
    ...lengthChecks(outcome),
    ...lifeChecks(outcome),
    ...document.offers
      .filter(({ include }) => include)
      .flatMap((offer) => [
        ...priceChecks(outcome, offer),
        ...dateChecks(outcome, offer),
        ...structureChecks(offer),
        ...sameRowChecks(offer),
        ...openTerms(offer),
        ...deferredChecks(outcome, offer),
      ]),
    ...privateSaleChecks(document),
    ...claimChecks(document),
    ...taxChecks(document),
    ...fundingChecks(outcome),
  ]
  const order = { problem: 0, warning: 1, question: 2 }
  return checks.sort((a, b) => order[a.severity] - order[b.severity])
}

const usd = (value: number): string => `${value < 0 ? '−' : ''}$${Math.abs(Math.round(value)).toLocaleString('en-US')}`
const percent = (value: number): string => `${Number((value * 100).toFixed(1))}%`

function withoutValue(outcome: Outcome): Check[] {
  return outcome.problems().map(({ message, inputs }) => ({
    severity: 'problem',
    path: inputs[0]?.id.replace(/@.*$/, '') ?? '',
    message: `A figure cannot be worked out: ${message} Change one of these.`,
  }))
}

function practiceChecks(outcome: Outcome): Check[] {
  const { document } = outcome
  const { practice } = document
  const found: Check[] = []
  const profit = outcome.shared('practice/practiceProfit')[0]!
  const collections = outcome.shared('practice/collections')[0]!
  if (practice.costs.length === 0)
    found.push({
      severity: 'problem',
      path: 'practice/costs',
      message: 'The practice has no costs yet, so its profit would be everything that it collects. Add its cost lines.',
    })
  else if (profit < 0)
    found.push({
      severity: 'warning',
      path: 'practice/costs',
      message: `Costs are above collections: the practice loses ${usd(-profit)} in year 1. Check the cost lines.`,
    })
  if (practice.ownershipShare === 0)
    found.push({
      severity: 'problem',
      path: 'practice/ownershipShare',
      message:
        'Your share of the practice is 0%, so none of its profit and none of its price is yours. Enter your share.',
    })
  if (practice.ownershipShare === 1 && practice.partnersCollections > 0)
    found.push({
      severity: 'warning',
      path: 'practice/ownershipShare',
      message: `Your partners collect ${usd(practice.partnersCollections)} a year, but all of the practice is yours. Enter your share, or enter their collections as those of associates, with their pay among the costs.`,
    })
  if (collections > 0 && outcome.structure.graph.has('practice/bridgeGap')) {
    const gap = outcome.values(outcome.structure.graph.line('practice/bridgeGap'))[0]!
    const ebitda = outcome.shared('practice/adjustedEbitda')[0]!
    if (Math.abs(gap) > 0.02 * Math.max(1, Math.abs(ebitda)))
      found.push({
        severity: 'warning',
        path: 'practice/books/reportedEbitda',
        for: 'CPA',
        message: `The books lead to an adjusted EBITDA that is ${usd(Math.abs(gap))} ${gap > 0 ? 'above' : 'below'} that of your cost lines (${usd(ebitda)} in year 1). The cost lines count; find the difference.`,
      })
  }
  const addBacks = practice.addBacks.reduce((sum, { amount }) => sum + amount, 0)
  if (practice.perks > addBacks && practice.addBacks.length > 0)
    found.push({
      severity: 'question',
      path: 'practice/addBacks',
      for: 'CPA',
      message: `Perks of ${usd(practice.perks)} a year are more than all add-backs (${usd(addBacks)}). A buyer would not have them: should they be added back?`,
    })
  practice.addBacks
    .filter(({ evidence }) => evidence === 'disputed')
    .forEach(({ id, label, amount }) =>
      found.push({
        severity: 'question',
        path: `practice/addBacks/${id}/evidence`,
        for: 'CPA',
        message: `The add-back "${label}" (${usd(amount)} a year) is disputed. What would prove it, and what is the price without it?`,
      }),
    )
  return found
}

/** Of the elements of a list those that begin where another one begins: the last one counts, and nobody sees which. */
const sameAs = <T>(items: readonly T[], key: (item: T) => number): T[] =>
  items.filter((item, i) => items.some((other, j) => j < i && key(other) === key(item)))

function stepChecks({ practice, tax }: Case): Check[] {
  return [
    ...sameAs(practice.taper, ({ age }) => age).map(({ id, age }): Check => ({
      severity: 'problem',
      path: `practice/taper/${id}/age`,
      message: `Fewer days: two steps begin at age ${age}, and the lower of the two rows counts. Change the age of one, or remove it.`,
    })),
    ...sameAs(tax.mode === 'blended' ? tax.changes : [], ({ from }) => from).map(({ id, from }): Check => ({
      severity: 'problem',
      path: `tax/changes/${id}/from`,
      message: `Tax rates: two changes begin in ${from}, and the lower of the two counts. Change the year of one, or remove it.`,
    })),
  ]
}

function sameRowChecks(offer: Offer): Check[] {
  const path = `offers/${offer.id}`
  return [
    ...sameAs(offer.fee.kind === 'tiers' ? offer.fee.tiers : [], ({ from }) => from).map(({ id, from }): Check => ({
      severity: 'problem',
      path: `${path}/fee/tiers/${id}/from`,
      message: `${offer.name}: two tiers of the management fee begin at ${usd(from)}, and the lower of the two rows counts. Change one, or remove it.`,
    })),
    ...sameAs(offer.retained.stated, ({ contractYear }) => contractYear).map(({ id, contractYear }): Check => ({
      severity: 'problem',
      path: `${path}/retained/stated/${id}/contractYear`,
      message: `${offer.name}: distributions are stated twice for contract year ${contractYear}, and both are counted. Change the year of one, or remove it.`,
    })),
  ]
}

function ageChecks({ owner, assumptions }: Case): Check[] {
  const age = assumptions.startYear - 1 - dayOf(owner.birthDate).year
  if (age >= YOUNGEST_OWNER) return []
  return [
    {
      severity: 'problem',
      path: 'owner/birthDate',
      message: `Date of birth: ${inWords(owner.birthDate)} makes you ${age} when the plan starts, too young to own a practice. Look at the year, and enter an earlier date.`,
    },
  ]
}

/** The greatest age to which a plan can run may be less than the age entered. */
function lengthChecks({ document, years, lastAge }: Outcome): Check[] {
  const { horizonAge } = document.owner
  if (lastAge >= horizonAge) return []
  const last = document.assumptions.startYear + years - 1
  return [
    {
      severity: 'warning',
      path: 'owner/horizonAge',
      message: `Plan to age ${horizonAge}: a plan covers ${MOST_YEARS} years at most, so this one ends with ${last}, when you are ${lastAge}. Nothing later is counted. Enter ${lastAge}, or start the plan later.`,
    },
  ]
}

/** What lies after the last year of the plan never happens in it. */
function lifeChecks({ document, years }: Outcome): Check[] {
  const { owner, assumptions, offers, alternatives } = document
  const { sellPrivately, stepBack } = alternatives
  const last = assumptions.startYear + years - 1
  const dates: (readonly [path: string, day: string | null])[] = [
    ['owner/retirement', owner.retirement],
    ...offers
      .filter(({ include }) => include)
      .flatMap(({ id, closing, retirement }) => [
        [`offers/${id}/closing`, closing] as const,
        [`offers/${id}/retirement`, retirement] as const,
      ]),
    ['alternatives/sellPrivately/retirement', sellPrivately.include ? sellPrivately.retirement : null],
    ['alternatives/stepBack/hireDate', stepBack.include ? stepBack.hireDate : null],
    ['alternatives/stepBack/retirement', stepBack.include ? stepBack.retirement : null],
  ]
  return dates.flatMap(([path, day]): Check[] =>
    day === null || dayOf(day).year <= last
      ? []
      : [
          {
            severity: 'problem',
            path,
            message: `${nameOf(path, document)}: ${inWords(day)} is after the plan ends with ${last}, when you are ${last - dayOf(owner.birthDate).year}, so it never comes. Enter an earlier date, or plan to a greater age.`,
          },
        ],
  )
}

function priceChecks(outcome: Outcome, offer: Offer): Check[] {
  const path = `offers/${offer.id}`
  const found: Check[] = []
  const figure = (id: string) => outcome.figure(offer.id, 'expected', id) ?? 0
  if (offer.structure === 'services') return found
  const consideration = figure('consideration')
  if (figure('cash') < -0.005)
    found.push({
      severity: 'problem',
      path: `${path}/components`,
      message: `${offer.name}: the parts add up to ${usd(consideration - figure('cash'))}, which is ${usd(-figure('cash'))} more than the price of ${usd(consideration)}. Lower a part or raise the price.`,
    })
  if (offer.shareSold === 0)
    found.push({
      severity: 'problem',
      path: `${path}/shareSold`,
      message: `${offer.name}: 0% of the practice is sold, so nothing is paid for it. Enter the share sold, or choose management services only.`,
    })
  if (offer.price.stated === 'amount' && offer.price.amount === 0)
    found.push({
      severity: 'problem',
      path: `${path}/price/amount`,
      message: `${offer.name}: the price is $0, so nothing is paid for the practice. Enter the price of the offer, or choose management services only.`,
    })
  if (offer.price.stated === 'multiple' && offer.price.multiple === 0)
    found.push({
      severity: 'problem',
      path: `${path}/price/multiple`,
      message: `${offer.name}: the multiple is 0, so nothing is paid for the practice. Enter the multiple of the offer, or an amount as the price.`,
    })
  if (offer.price.stated === 'multiple' && figure('negotiatedEbitda') <= 0)
    found.push({
      severity: 'problem',
      path: `${path}/price/ebitda`,
      message: `${offer.name}: the EBITDA that is priced is ${usd(figure('negotiatedEbitda'))}, so a multiple of it gives no price. Enter the EBITDA of the offer, or an amount as the price.`,
    })
  if (figure('cashAtClose') < 0 && consideration > 0) {
    const owed = Math.max(0, -figure('workingCapital'))
    const all = owed + figure('debtPaid') + figure('sellingCosts')
    found.push({
      severity: 'warning',
      path: owed > all - owed ? `${path}/costs/workingCapital` : `${path}/costs/legal`,
      message: `${offer.name}: ${owed > 0 ? 'working capital owed, debt and costs' : 'debt and costs'} of ${usd(all)} are more than the cash paid at closing. You would have to bring ${usd(-figure('cashAtClose'))}.`,
    })
  }
  if (figure('priceNotPaid') > 0.005 * consideration)
    found.push({
      severity: 'question',
      path: `${path}/job/rate`,
      for: 'buyer',
      message: `${offer.name}: the priced EBITDA deducts more pay for your work than the job gives you. The difference is worth ${usd(figure('priceNotPaid'))} of price: why is it not paid?`,
    })
  for (const component of offer.components) {
    const at = `${path}/components/${component.id}`
    if (component.kind === 'rolled') {
      const sum = component.outcomes.reduce((total, { probability }) => total + probability, 0)
      if (Math.abs(sum - 1) > 1e-9)
        found.push({
          severity: sum > 1 ? 'problem' : 'warning',
          path: `${at}/outcomes`,
          message: `${offer.name}, ${component.label}: the chances of the outcomes add up to ${percent(sum)}, not 100%. ${sum > 1 ? 'Lower one of them.' : 'The rest counts as a loss of all that was rolled.'}`,
        })
      const needsEquity =
        component.acquired === 'granted'
          ? component.method === 'simple'
          : component.basis === 'newEquity' || component.method === 'workbench'
      if (needsEquity && figure(`${component.id}/newEquity`) <= 0)
        found.push({
          severity: 'problem',
          path: `${at}/platform/value`,
          for: 'buyer',
          message: `${offer.name}, ${component.label}: without the parent's value and debt (or its new equity) your share of it cannot be worked out. Ask for them and enter them.`,
        })
    }
    if (component.kind === 'earnOut') found.push(...earnOutChecks(offer, component, at))
  }
  return found
}

/** What an earn-out lacks to be worked out, and what of it is entered and does not count. */
function earnOutChecks(offer: Offer, part: EarnOut, at: string): Check[] {
  const found: Check[] = []
  const say = (severity: 'problem' | 'warning', field: string, message: string) =>
    found.push({ severity, path: `${at}/${field}`, message: `${offer.name}, ${part.label}: ${message}` })
  if (part.basis === 'growth') {
    if (part.bestResult === null)
      say(
        part.measuredBy === 'metric' ? 'warning' : 'problem',
        'bestResult',
        part.measuredBy === 'metric'
          ? 'it has no cap, so the letter states no maximum, and the maximum view counts the projected result. Enter the best result that you can imagine.'
          : 'it has no cap, so the letter states no maximum. Enter the best result that you can imagine, or have it counted by the projected result.',
      )
    if (part.targets.length > 0)
      say(
        'warning',
        'targets',
        'a share of growth has no targets, so those entered do not count. Remove them, or state the earn-out otherwise.',
      )
    return found
  }
  if (part.targets.length > 0) {
    const sum = part.targets.reduce((total, { part: share }) => total + share, 0)
    if (Math.abs(sum - 1) > 1e-9)
      say('problem', 'targets', `the parts of the targets add up to ${percent(sum)}, not 100%. Change one of them.`)
    for (const target of part.targets) {
      if (target.part === 0)
        say('problem', `targets/${target.id}/part`, 'a target has 0% of the earn-out. Enter its part, or remove it.')
      if (part.measuredBy === 'metric' && target.target <= 0)
        say(
          'problem',
          `targets/${target.id}/target`,
          `the result for full payment is ${usd(target.target)}. Enter the target of the offer.`,
        )
    }
  } else if (part.measuredBy === 'metric' && part.target <= 0)
    say('problem', 'target', `the result for full payment is ${usd(part.target)}. Enter the target of the offer.`)
  return found
}

function dateChecks(outcome: Outcome, offer: Offer): Check[] {
  const { document, years } = outcome
  const path = `offers/${offer.id}`
  const { startYear } = document.assumptions
  const at = (day: string) => timeOf(dayOf(day), startYear)
  const retirement = offer.retirement ?? document.owner.retirement
  const found: Check[] = []
  if (at(offer.closing) > at(retirement))
    found.push({
      severity: 'problem',
      path: `${path}/closing`,
      message: `${offer.name} closes on ${inWords(offer.closing)}, after you retire on ${inWords(retirement)}. Move one of the two.`,
    })
  else if (offer.structure !== 'services') {
    const early = at(offer.closing) + offer.job.termYears - at(retirement)
    if (early > 1e-9)
      found.push({
        severity: 'warning',
        path: `${path}/job/termYears`,
        for: 'attorney',
        message: `${offer.name}: you retire ${Number(early.toFixed(1))} ${early === 1 ? 'year' : 'years'} before the ${offer.job.termYears} years of the contract are over. What you then keep of each payment is set under "kept if you leave early"; ask for it in writing.`,
      })
  }
  found.push(...orderChecks(document, offer))
  // By calendar year, as money is booked.
  const late = offer.components.filter((component) => {
    const after = (months: number) => addMonths(dayOf(offer.closing), months)
    const due =
      component.kind === 'rolled'
        ? dayOf(rolledExit(offer, component))
        : after(
            component.kind === 'note'
              ? component.years * 12
              : component.kind === 'earnOut'
                ? earnOutPayments(component).at(-1)!.months
                : component.months,
          )
    return yearOf(due, startYear) > years
  })
  for (const component of late)
    found.push({
      severity: 'warning',
      path: `${path}/components/${component.id}`,
      message: `${offer.name}, ${component.label}: it is paid after the end of the plan and does not count. Plan to a greater age, or enter an earlier date.`,
    })
  return found
}

/** What cannot come before the closing, and what does not count after retirement. */
function orderChecks({ owner, assumptions }: Case, offer: Offer): Check[] {
  if (offer.structure === 'services') return []
  const path = `offers/${offer.id}`
  const before = (day: string, other: string) =>
    timeOf(dayOf(day), assumptions.startYear) < timeOf(dayOf(other), assumptions.startYear)
  const found: Check[] = []
  const early = (field: string, day: string | null, what: string, otherwise: string) => {
    if (day === null || !before(day, offer.closing)) return
    found.push({
      severity: 'problem',
      path: `${path}/${field}`,
      message: `${what} ${inWords(day)}, before the closing on ${inWords(offer.closing)}. Enter a later date, or leave it blank ${otherwise}.`,
    })
  }
  early('leaving/on', offer.leaving.on, `${offer.name}: you leave on`, 'if you stay')
  early('job/ends', offer.job.ends, `${offer.name}: the job ends on`, 'if it lasts until you retire')
  if (offer.shareSold < 1)
    early('retained/exitAt', offer.retained.exitAt, `${offer.name}: you sell the rest on`, 'for retirement')
  for (const part of offer.components)
    if (part.kind === 'rolled')
      early(
        `components/${part.id}/exitOn`,
        part.exitOn,
        `${offer.name}, ${part.label}: the exit is on`,
        'to count the months after closing',
      )
  const retirement = offer.retirement ?? owner.retirement
  if (offer.leaving.on !== null && before(retirement, offer.leaving.on))
    found.push({
      severity: 'warning',
      path: `${path}/leaving/on`,
      message: `${offer.name}: you leave on ${inWords(offer.leaving.on)}, after you retire on ${inWords(retirement)}, so that day and its cause do not count. Enter an earlier date, or leave it blank.`,
    })
  return found
}

function structureChecks(offer: Offer): Check[] {
  const path = `offers/${offer.id}`
  const found: Check[] = []
  const kept = 1 - offer.shareSold
  if (offer.structure !== 'services' && kept > 0 && offer.retained.payoutRatio < 0.5)
    found.push({
      severity: 'question',
      path: `${path}/retained/payoutRatio`,
      for: 'CPA',
      message: `${offer.name}: only ${percent(offer.retained.payoutRatio)} of the profit is paid out, but you are taxed on all of your share. Does the agreement promise distributions that cover the tax?`,
    })
  if ((offer.structure === 'jointVenture' || offer.structure === 'hybrid') && kept === 0)
    found.push({
      severity: 'problem',
      path: `${path}/shareSold`,
      message: `${offer.name} is a ${offer.structure === 'hybrid' ? 'hybrid' : 'joint venture'}, but 100% is sold, so nothing is held in the practice. Enter the share sold, or choose another structure.`,
    })
  if ((offer.structure === 'fullSale' || offer.structure === 'holdco') && kept > 0)
    found.push({
      severity: 'warning',
      path: `${path}/shareSold`,
      message: `${offer.name}: ${percent(offer.shareSold)} is sold, so you keep ${percent(kept)} of the practice, as in a joint venture. Enter 100%, or choose that structure.`,
    })
  if (
    (offer.structure === 'holdco' || offer.structure === 'hybrid') &&
    !offer.components.some((part) => part.kind === 'rolled' && !isOnTop(part))
  )
    found.push({
      severity: 'warning',
      path: `${path}/components`,
      message: `${offer.name}: nothing is rolled into the parent yet. Add the rolled equity to the parts of the price.`,
    })
  if (offer.debt === 'stays' && kept === 0 && offer.structure !== 'services')
    found.push({
      severity: 'warning',
      path: `${path}/debt`,
      for: 'attorney',
      message: `${offer.name}: all of the practice is sold but its debt stays. Does the buyer take it over, and are you released from your guarantee?`,
    })
  return found
}

/** Terms that an offer leaves open, or that are dangerous: each a question for somebody. */
function openTerms(offer: Offer): Check[] {
  const path = `offers/${offer.id}`
  const found: Check[] = []
  const ask = (field: string, who: Advisor, message: string) =>
    found.push({ severity: 'question', path: `${path}/${field}`, for: who, message: `${offer.name}: ${message}` })
  const askAboutCall = (field: string, what: string) =>
    ask(
      field,
      'attorney',
      `${what} can be called at a discount when you leave. Can the discount be struck out, and who sets the value?`,
    )
  if (offer.price.stated === 'multiple' && offer.price.ebitda === null && offer.structure !== 'services')
    ask(
      'price/ebitda',
      'buyer',
      'which EBITDA is multiplied, who worked it out, and what was removed? Until it is stated, your own adjusted EBITDA counts.',
    )
  for (const component of offer.components) {
    const field = (name: string) => `components/${component.id}/${name}`
    if (component.kind === 'earnOut') {
      if (
        component.measuredBy === 'probability' &&
        component.basis !== 'growth' &&
        component.target === 0 &&
        component.targets.length === 0
      )
        ask(
          field('target'),
          'buyer',
          `on which result is "${component.label}" paid, from which baseline, and who controls the costs that count?`,
        )
      if (component.basis === 'growth' && !component.wages)
        ask(
          field('basis'),
          'CPA',
          `"${component.label}" has no maximum price. Its gain is worked out on the most that you hold possible; the law may spread your basis evenly over its years instead (Treas. Reg. 15a.453-1(c)). Which is right here?`,
        )
      if (component.cliff && component.basis !== 'growth')
        ask(
          field('cliff'),
          'attorney',
          `"${component.label}" is all or nothing. Can it be paid in proportion, and does it fall due if the practice is sold on?`,
        )
      if (component.wages)
        ask(
          field('wages'),
          'CPA',
          `"${component.label}" counts as wages. Is there a way to have it treated as part of the price?`,
        )
    }
    if (component.kind === 'note')
      ask(
        field('unconditional'),
        'attorney',
        `"${component.label}": what secures it, what ranks ahead of it, and can payments be set off against claims?`,
      )
    if (component.kind === 'rolled') {
      if (component.acquired === 'granted') {
        ask(
          field('longTerm'),
          'CPA',
          `"${component.label}": is it a profits interest that is not taxed when it is granted (Rev. Proc. 93-27, 2001-43; an 83(b) election if it vests), and how long must it be held for long-term gain (26 U.S.C. 1061)?`,
        )
        if (component.threshold === 0)
          ask(
            field('threshold'),
            'buyer',
            `"${component.label}": from which value of the parent on does it take part? A threshold of $0 would make it a gift of equity, taxed as pay.`,
          )
      } else if (component.preference === 'none' && component.method === 'simple')
        ask(
          field('preference'),
          'buyer',
          `"${component.label}": which class is it, what did the sponsor pay for its own, and what debt and preference stand ahead of it?`,
        )
      if (component.preference !== 'none' && component.acquired !== 'granted')
        ask(
          field('preference'),
          'wealth manager',
          `"${component.label}" stands behind a preference. What exit value must be reached before it is worth anything?`,
        )
      ask(
        field('keptOnLeaving'),
        'attorney',
        component.called || component.vesting !== 'none'
          ? `"${component.label}": can it be diluted, and do you have tag-along rights?`
          : `"${component.label}": can it be called at a discount, forfeited or diluted, and do you have tag-along rights?`,
      )
      if (isDiscounted(component)) askAboutCall(field('callDiscount'), `"${component.label}"`)
    }
    if (component.keptOnLeaving.death < 1 || component.keptOnLeaving.disability < 1)
      ask(
        field('keptOnLeaving'),
        'attorney',
        `"${component.label}" is partly lost on death or disability. Can that be struck out or insured?`,
      )
  }
  const { clawback } = offer.leaving
  if (Object.values(clawback).some((share) => share > 0))
    ask(
      'leaving/clawback',
      'attorney',
      offer.leaving.clawbackFalls === 'yearly'
        ? 'cash already paid can be claimed back. On what conditions, and before or after tax?'
        : 'cash already paid can be claimed back. On what conditions, for how long, and before or after tax?',
    )
  for (const { id, label } of offer.structure === 'services' ? [] : offer.job.forgivableLoans)
    ask(
      `job/forgivableLoans/${id}/amount`,
      'CPA',
      `"${label}" counts as a loan, and as wages when it is forgiven. Is it a true loan with a note and interest at the applicable federal rate (26 U.S.C. 7872), or is all of it wages when it is paid?`,
    )
  if (offer.structure !== 'services' && offer.shareSold < 1) {
    if (isDiscounted(offer.retained)) askAboutCall('retained/callDiscount', 'the share that you keep')
    if (!offer.retained.put)
      ask(
        'retained/put',
        'attorney',
        'nobody must buy the share that you keep. Can you require the purchase (a put), and by which formula?',
      )
    if (offer.fee.kind === 'none')
      ask(
        'fee/kind',
        'buyer',
        'you keep a share of the profit but no management fee is stated. What is charged before your share, and for which services?',
      )
  }
  if (offer.structure === 'services' && offer.fee.kind === 'none')
    ask('fee/kind', 'buyer', 'what is the management fee, and which of your costs does it replace?')
  return found
}

const isDiscounted = ({ called, callDiscount }: Pick<Offer['retained'], 'called' | 'callDiscount'>): boolean =>
  called && Object.values(callDiscount).some((discount) => discount > 0)

function privateSaleChecks({ alternatives: { sellPrivately }, owner, assumptions }: Case): Check[] {
  if (!sellPrivately.include) return []
  const path = 'alternatives/sellPrivately'
  const found: Check[] = []
  const sold = sellPrivately.tranches.reduce((sum, { share }) => sum + share, 0)
  if (Math.abs(sold - 1) > 1e-9)
    found.push({
      severity: sold > 1 ? 'problem' : 'warning',
      path: `${path}/tranches`,
      message: `Sell to a dentist: the tranches add up to ${percent(sold)} of the practice. ${sold > 1 ? 'Lower one of them.' : 'What is not sold stays without a sale.'}`,
    })
  const retirement = timeOf(dayOf(sellPrivately.retirement ?? owner.retirement), assumptions.startYear)
  sellPrivately.tranches
    .filter(({ on }) => timeOf(dayOf(on), assumptions.startYear) > retirement)
    .forEach(({ id, on }) =>
      found.push({
        severity: 'warning',
        path: `${path}/tranches/${id}/on`,
        message: `Sell to a dentist: a tranche is sold on ${inWords(on)}, after you retire; the practice earns nothing for you in between. Choose an earlier day.`,
      }),
    )
  return found
}

/** Social Security begins at 62, and what is earned before full retirement age is set against it. */
function claimChecks({ owner }: Case): Check[] {
  if (owner.socialSecurityFrom === null) return []
  const path = 'owner/socialSecurityFrom'
  const months = ageInMonths(dayOf(owner.birthDate), dayOf(owner.socialSecurityFrom))
  if (months < CLAIM_AGES.first)
    return [
      {
        severity: 'warning',
        path,
        message: `Social Security from ${inWords(owner.socialSecurityFrom)}: you are ${Math.floor(months / 12)} then, and a benefit is paid from 62 at the earliest. Enter a later day.`,
      },
    ]
  if (months >= WITHOUT_EARNINGS_TEST || owner.socialSecurityFrom >= owner.retirement) return []
  return [
    {
      severity: 'question',
      path,
      for: 'wealth manager',
      message: `Social Security from ${inWords(owner.socialSecurityFrom)}, before you retire: until full retirement age a part is withheld while you earn more than a limit, which the plan does not count. Should the claim wait?`,
    },
  ]
}

function fundingChecks(outcome: Outcome): Check[] {
  const { document } = outcome
  const found: Check[] = []
  for (const path of outcome.paths) {
    const age = outcome.figure(path.id, 'guaranteed', 'fundedToAge')!
    if (age < outcome.lastAge)
      found.push({
        severity: 'warning',
        path: 'owner/spendingRetired',
        for: 'wealth manager',
        message: `${path.name}: guaranteed money alone lasts to age ${age}, not to ${outcome.lastAge}. How would the years after that be paid for?`,
      })
  }
  const unconfirmed = document.offers
    .filter(({ include }) => include)
    .filter(({ id }) => document.origins[`offers/${id}/closing`] === undefined)
  for (const offer of unconfirmed)
    found.push({
      severity: 'question',
      path: `offers/${offer.id}/closing`,
      message: `${nameOf(`offers/${offer.id}/closing`, document)}: ${inWords(offer.closing)} is assumed. Confirm it or enter the date of the offer.`,
    })
  return found
}
