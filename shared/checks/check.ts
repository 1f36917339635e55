import type { Path } from '../case/path'

/** A finding for the owner: a conflict in the entries, a risk, or a question for an advisor. */
export interface Check {
  /** The rule that found it. */
  readonly rule: string
  /** `problem`: the figures cannot be right; `warning`: they may mislead; `question`: ask an advisor. */
  readonly severity: 'problem' | 'warning' | 'question'
  /** The field in which to fix or answer it. */
  readonly path: Path
  readonly for?: Advisor
  readonly message: string
  /** The field values of a better term, used to put a price on the question. */
  readonly better?: Changes
  /** What must happen for the term to bite. The price is then what a better term changes if it happens. */
  readonly supposing?: Supposition
}

export interface Supposition {
  /** Behind a price: "if you resign 18 months after closing". */
  readonly words: string
  readonly changes: Changes
}

export type Advisor = 'CPA' | 'attorney' | 'wealth manager' | 'buyer'

export type Changes = Readonly<Record<Path, number | string | boolean>>
