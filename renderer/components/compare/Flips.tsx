import type { Outcome } from '../../../shared/model'
import { useDocument } from '../../state/store'
import { condition, distance, type FoundLever } from './levers'

/** Under which conditions the order flips: the nearest that the levers have found, in words. */
export function Flips({ levers, outcome }: { levers: readonly FoundLever[] | undefined; outcome: Outcome }) {
  const document = useDocument()
  const nearest = levers
    ?.filter(({ flip }) => flip)
    .sort((a, b) => distance(a, document) - distance(b, document))
    .slice(0, 2)
  if (!nearest || nearest.length === 0) return null
  const words = nearest.map(({ lever, flip }) => condition(lever, flip!, outcome.document))
  return <> The ranking changes if {words.join(', or if ')}.</>
}
