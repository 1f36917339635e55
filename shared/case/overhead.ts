import { added } from './lists'
import type { Path } from './path'
import type { Case, Cost } from './schema'

/**
 * How overhead is commonly divided among its lines, in points of collections: the midpoints published for about 200
 * general practices (Percentology: team 24–28%, clinical 12–14%, facility 10%, other 11%). No split was found for other
 * specialties, so they use this one too, and every line is marked as assumed.
 */
const LINES: readonly (Pick<Cost, 'label' | 'behaviour'> & { readonly points: number })[] = [
  { label: 'Team', behaviour: 'fixed', points: 26 },
  { label: 'Supplies and lab', behaviour: 'all', points: 13 },
  { label: 'Facility', behaviour: 'fixed', points: 10 },
  { label: 'Other', behaviour: 'fixed', points: 11 },
]
const POINTS = LINES.reduce((sum, { points }) => sum + points, 0)

const LIST: Path = 'practice/costs'

/**
 * A case with its costs replaced by one overhead figure, divided among the usual lines. Costs that move with
 * collections are entered as a share of them.
 *
 * @param overhead dollars in year 1, without the owner's pay, interest, tax and depreciation
 * @param collections dollars in year 1, all providers
 * @returns the lines add up to `overhead` in year 1; their origin is `assumed`, since the split is ours
 */
export function withOverhead(document: Case, overhead: number, collections: number): Case {
  const { costs: _, ...practice } = document.practice
  const origins = Object.fromEntries(Object.entries(document.origins).filter(([path]) => !path.startsWith(`${LIST}/`)))
  const empty: Case = { ...document, practice: { ...practice, costs: [] }, origins }
  return LINES.reduce((result, { label, behaviour, points }) => {
    const amount = (overhead * points) / POINTS
    const size = behaviour === 'fixed' ? { amount } : { share: collections > 0 ? amount / collections : 0 }
    const more = added(result, LIST, 'cost', { label, behaviour, ...size })
    const field = `${LIST}/${more.id}/${behaviour === 'fixed' ? 'amount' : 'share'}`
    return { ...more.document, origins: { ...more.document.origins, [field]: 'assumed' as const } }
  }, empty)
}

/** As `withOverhead`, for overhead given as a share of `collections`, which must be positive. */
export const withOverheadShare = (document: Case, share: number, collections: number): Case =>
  withOverhead(document, share * collections, collections)

/** Whether the costs of a case are what `withOverhead` made from one figure, unchanged since. */
export const isOneFigure = ({ practice, origins }: Case): boolean =>
  practice.costs.length === LINES.length &&
  practice.costs.every(
    ({ id, label, behaviour }, i) =>
      label === LINES[i]!.label &&
      behaviour === LINES[i]!.behaviour &&
      origins[`${LIST}/${id}/${behaviour === 'fixed' ? 'amount' : 'share'}`] === 'assumed',
  )
