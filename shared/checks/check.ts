/** Something that the owner should see: a clash in what was entered, a risk, or a question for an adviser. */
export interface Check {
  /** `problem`: the figures cannot be right; `warning`: they may mislead; `question`: somebody should be asked. */
  readonly severity: 'problem' | 'warning' | 'question'
  /** The field in which it can be mended or answered. */
  readonly path: string
  readonly for?: Advisor
  readonly message: string
}

export type Advisor = 'CPA' | 'attorney' | 'wealth manager' | 'buyer'
