import { put } from '../../../shared/case/lists'
import { capitalized, elementName } from '../../../shared/case/names'
import { set } from '../../../shared/case/path'
import type { Case, Offer } from '../../../shared/case/schema'
import { usePartnerPlace, type PartnerTab } from '../../state/partner'
import { useDocument, useStore } from '../../state/store'
import { told } from '../frame/tell'

export const LIST = 'partner/organizations'
export const MOST_ORGANIZATIONS = 12

/** Changes the whole case and reports why if that fails. @returns whether it succeeded */
export const change = (document: Case): boolean => {
  const [problem] = useStore.getState().replace(document)
  return told(problem ? { ok: false, message: problem.message } : { ok: true, value: undefined })
}

/** Adds an organization behind these offers. */
export function addOrganization(document: Case, name: string, offers: readonly Offer[], tab: PartnerTab): void {
  const id = crypto.randomUUID()
  const added = put(document, LIST, { id, name } as { id: string })
  const linked = offers.reduce((now, offer) => set(now, `offers/${offer.id}/partner/organization`, id), added)
  if (change(linked)) usePartnerPlace.getState().show(tab, id)
}

/** The organization being shown, if any, and the names of all. */
export function useOrganizations() {
  const document = useDocument()
  const chosen = usePartnerPlace((state) => state.organization)
  const { organizations } = document.partner
  const organization = organizations.find(({ id }) => id === chosen) ?? organizations[0]
  return {
    document,
    organization,
    names: organizations.map(({ id }) => [id, capitalized(elementName(`${LIST}/${id}`, document))] as const),
  }
}
