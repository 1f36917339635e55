import { parseCase } from '../../shared/case/problems'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'

/** The general dentist with both alternatives and three offers: six paths; planned over 45 years. */
export function fullCase(): Case {
  const { document } = samples.find(({ name }) => name === 'general-dentist')!
  const read = parseCase({
    ...document,
    owner: { ...document.owner, birthDate: '1976-05-20' },
    alternatives: {
      sellPrivately: { ...document.alternatives.sellPrivately, include: true },
      stepBack: { ...document.alternatives.stepBack, include: true },
    },
  })
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'))
  return read.value
}
