import type { Line, Model, Operand } from '../../formula'

/** The take-home by which an associate compares jobs. */
export const declareFirstYear = (m: Model, formula: Operand): Line =>
  m.figure(
    'takeHomeFirstYear',
    {
      label: 'take-home, first full year',
      unit: 'usd',
      meaning: 'In the first year of the job; plan contributions net of the tax due when they are withdrawn.',
    },
    formula,
  )
