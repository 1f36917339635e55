import type { Outcome } from '../../../shared/model'
import { useDocument } from '../../state/store'
import { usdInWords } from '../../format'
import { distance, leverValue, type FoundLever } from './levers'

/** Under which conditions the order flips: the nearest that the levers have found, in words. */
export function Flips({ levers, outcome }: { levers: readonly FoundLever[] | undefined; outcome: Outcome }) {
  const document = useDocument()
  const nearest = levers
    ?.filter(({ flip }) => flip)
    .sort((a, b) => distance(a, document) - distance(b, document))
    .slice(0, 2)
  if (!nearest || nearest.length === 0) return null
  const words = nearest.map(({ lever, flip }) => {
    const value = leverValue(lever, flip!.value, usdInWords)
    if (lever.unit === 'year') return `you retire in ${value} or ${flip!.direction === 'above' ? 'later' : 'earlier'}`
    if (lever.unit === 'points')
      return `all costs grow ${value.replace(/^[+−]/, '')} a year ${flip!.direction === 'above' ? 'faster' : 'more slowly'}`
    const name = outcome.document.offers.some((offer) => lever.label.startsWith(`${offer.name}:`))
      ? lever.label.replace(/^(.*?): /, '$1’s ')
      : lever.label.charAt(0).toLowerCase() + lever.label.slice(1)
    return `${name} is ${flip!.direction} ${value}`
  })
  return <> The ranking changes if {words.join(', or if ')}.</>
}
