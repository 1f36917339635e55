import { usePartnerPlace } from '../../state/partner'

/** In the place of what belongs to an organization, as long as there is none. */
export function NoOrganization() {
  const show = usePartnerPlace((state) => state.show)
  return (
    <p className="quiet">
      There is no organization yet.{' '}
      <button type="button" className="link" onClick={() => show('organizations')}>
        Start a profile
      </button>
    </p>
  )
}
