import { usePartnerPlace } from '../../state/partner'

/** Shown in place of an organization's content while there is none. */
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
