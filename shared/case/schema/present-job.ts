import { z } from 'zod'
import { choice, growth, share, usd } from '../field'
import { term, type Values } from '../term'

export const isAssociate = (_: Values, __: Values, document: Values): boolean =>
  (document['practice'] as Values)['role'] === 'associate'

/** The job of a doctor who owns no part of the practice: the baseline of an associate's comparison. */
export const presentJob = z.object({
  rate: share('Your pay now', 0, {
    per: 'of your collections',
    help: 'Leave it at 0% if you are paid a fixed salary.',
  }),
  basis: term(choice('Paid now on', { collections: 'collections', production: 'production' }, 'collections'), {
    counts: isAssociate,
  }),
  production: usd('Your production at full fees', 0, { per: 'a year', comes: 'by the day' }),
  collectionRatio: share('Part of production that counts', 1),
  labShare: share('Lab costs for your work', 0, {
    per: 'of your collections',
    help: 'Only if a job deducts part of them before your pay is calculated.',
  }),
  labDeducted: share('Part of your lab costs deducted first', 0),
  salary: usd('Salary now', 0, { per: 'a year', help: 'If pay is also a share, this is the least you are paid.' }),
  salaryEscalator: term(growth('Growth of the salary', 0.03), { counts: ({ salary }) => salary !== 0 }),
  dailyGuarantee: usd('Daily guarantee now', 0, { per: 'a day' }),
  bonus: usd('Bonus now', 0, { per: 'a year' }),
  bonusProbability: term(share('Probability of the bonus', 0.5), {
    unsure: { by: 0.3 },
    counts: ({ bonus }) => bonus !== 0,
  }),
  benefits: usd('Benefits now', 0, { per: 'a year', help: 'Health, malpractice and the like, at their worth to you.' }),
  bonusEscalator: term(growth('Growth of bonus and benefits', 0), {
    counts: ({ bonus, benefits }) => bonus !== 0 || benefits !== 0,
  }),
  contributionAsEmployee: usd('Your plan contributions now', 0, { per: 'a year' }),
  employerContribution: usd('Your employer’s plan contributions now', 0, { per: 'a year' }),
})
