import type { Case } from '../schema'

/** Documents to ask an organization for before anything is signed: the order in which an attorney and a CPA read them. */
export const usualDocuments = ({ practice }: Pick<Case, 'practice'>): readonly string[] =>
  practice.role === 'owner' ? OF_A_SALE : OF_A_SALE.filter((label) => !OF_OWNERS.has(label))

const OF_A_SALE: readonly string[] = [
  'Letter of intent, latest version',
  'Purchase agreement, draft',
  'Operating or shareholders’ agreement',
  'Employment agreement, draft',
  'Management services agreement, with fees and service levels',
  'Non-compete and non-solicitation agreements',
  'Lease, or assignment of the lease',
  'Seller note and subordination agreement',
  'Audited financial statements, three years',
  'Latest interim statements and budget',
  'Debt schedule, maturities and covenants',
  'Capitalization table, with every class and preference',
  'Equity plan or grant agreement',
  'Earn-outs that came due: promised and paid',
  'List of all doctors, those who left included',
  'Quality-of-earnings report on your practice',
  'Litigation, audits and settlements, five years',
  'Compliance program and billing audits',
  'Benefits of the staff before and after',
  'Malpractice and tail coverage terms',
]

/** An associate sells nothing. */
const OF_OWNERS: ReadonlySet<string> = new Set([
  'Purchase agreement, draft',
  'Lease, or assignment of the lease',
  'Seller note and subordination agreement',
  'Earn-outs that came due: promised and paid',
  'Quality-of-earnings report on your practice',
])
