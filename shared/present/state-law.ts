import { entityTaxRule, LATEST_PARAMETERS, stateLaw, type StateLaw } from '../tax'
import { FIELD_NAMES, type DatedField } from '../tax/state/types'

/** Notes on a state's tax law: the year and certainty of its amounts, and its rules for a sale. */
export interface StateLawNotes {
  readonly title: string
  /** The years of the amounts, and their certainty. */
  readonly amounts: string
  /** Doubts, special rules, city and county taxes: one sentence each. */
  readonly notes: readonly string[]
}

const CONFIDENCE: Readonly<Record<StateLaw['confidence'], string>> = {
  A: 'The law is settled.',
  B: 'One good source, confirmed by a second computation.',
  C: 'New law or a weak source: have your CPA check it.',
}

/** The notes on the law of a state in a year; throws RangeError where it is not on record. */
export function stateLawNotes(code: string, year: number): StateLawNotes {
  const law = stateLaw(code, year)
  const held = Object.entries(law.stated)
    .filter(([field, { year: stated, indexed }]) => indexed && stated < year && field in FIELD_NAMES)
    .map(([field, { year: stated }]) => `${FIELD_NAMES[field as DatedField]} of ${stated}`)
  const sale = law.gain.practiceSale
  return {
    title: `${law.name}: income tax by the law of ${year}`,
    amounts: [
      held.length === 0
        ? `Amounts of ${year}.`
        : `Amounts of ${year}, but ${listed(held)}: the state indexes these and had not published those of ${year}.`,
      CONFIDENCE[law.confidence],
    ].join(' '),
    notes: [
      ...(law.uncertain ?? []),
      ...(law.notes ?? []),
      ...(sale ? [`Sale of your own practice: ${sale.words} (${sale.source}).`] : []),
      ...(law.businessIncome ? [`Business income: ${law.businessIncome.words} (${law.businessIncome.source}).`] : []),
      ...(law.local ? [law.local.words] : []),
      ...(law.entityTax
        ? [
            `Tax paid by the practice itself: ${law.entityTax.form} (${law.entityTax.source}).${entityTaxRule(law) ? ' Rate and credit come from guides, not from the statute: have your CPA confirm both.' : ''}`,
          ]
        : []),
      ...(law.installment?.words ? [law.installment.words] : []),
    ].filter((note) => note !== ''),
  }
}

/** Whether a state taxes gain in later installments at once when its resident moves away. */
export const accruesAtMove = (code: string): boolean =>
  stateLaw(code, LATEST_PARAMETERS.year).installment?.moving === 'accrual'

const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`

/** Which state tax a case is computed with, as the end of a sentence. */
export function stateTaxUsed({
  state,
  stateTax,
}: {
  readonly state: string
  readonly stateTax: 'law' | 'flat'
}): string {
  if (state === 'other') return 'state tax is a flat rate on income and on gain.'
  const { name, year, confidence } = stateLaw(state, LATEST_PARAMETERS.year)
  if (stateTax === 'flat') return `the tax of ${name} is a flat rate on income and on gain.`
  return `state tax by the law of ${name} for ${year}, for a resident, with indexed amounts growing with inflation${confidence === 'C' ? '; that law is new or its source is weak' : ''}.`
}
