import type { Outcome } from '../../../shared/model'
import { groundOf } from '../../../shared/present/material'
import { useMaterial } from '../../state/material'
import { useStore } from '../../state/store'

/** How many unconfirmed values the answer rests on, with a link to them. */
export function Ground({ outcome }: { readonly outcome: Outcome }) {
  const setPage = useStore((state) => state.setPage)
  const { weighed } = useMaterial(outcome)
  if (!weighed) return null
  const { decisive, sizable, minor } = weighed
  return (
    <>
      {' '}
      {groundOf(weighed)}{' '}
      {decisive.length + sizable.length + minor.length > 0 && (
        <button type="button" className="link small" onClick={() => setPage('unconfirmed')}>
          Review them
        </button>
      )}
    </>
  )
}
