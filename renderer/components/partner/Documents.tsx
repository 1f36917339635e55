import { put } from '../../../shared/case/lists'
import { usualDocuments } from '../../../shared/case/partner/documents'
import { usePartnerPlace } from '../../state/partner'
import entry from '../entry/entry.module.css'
import { Rows } from '../entry/Rows'
import { NoOrganization } from './NoOrganization'
import { change, LIST, useOrganizations } from './organizations'
import classes from './partner.module.css'
import { Tabs } from './Tabs'

const MOST = 60

/** Documents to request from each organization, and their status. */
export function Documents() {
  const { document, organization, names } = useOrganizations()
  const show = usePartnerPlace((state) => state.show)
  if (!organization) return <NoOrganization />
  const { documents } = organization
  const list = `${LIST}/${organization.id}/documents`
  const usual = usualDocuments(document)
  const missing = usual.filter((label) => documents.every((one) => one.label !== label))
  const here = documents.filter(({ state }) => state === 'received' || state === 'reviewed').length
  const addUsual = () =>
    change(
      missing
        .slice(0, MOST - documents.length)
        .reduce((now, label) => put(now, list, { id: crypto.randomUUID(), label } as { id: string }), document),
    )
  return (
    <>
      <Tabs label="Organizations" items={names} current={organization.id} onChosen={(id) => show('documents', id)} />
      <h2 className={classes.finding}>
        {documents.length === 0
          ? 'No document is listed yet'
          : `${here} of ${documents.length} ${documents.length === 1 ? 'document' : 'documents'} received`}
      </h2>
      <Rows
        key={organization.id}
        list={list}
        word="document"
        caption="Documents to ask for"
        most={MOST}
        empty="Add the usual documents, or those that your attorney names."
        columns={[
          { label: 'Document', field: 'label', width: '34%' },
          { label: 'State', field: 'state' },
          { label: 'Date', field: 'on' },
          { label: 'Note', field: 'note' },
        ]}
      />
      {missing.length > 0 && documents.length < MOST && (
        <button type="button" className={entry.add} onClick={addUsual}>
          + Add the {missing.length === usual.length ? '' : 'other '}
          {Math.min(missing.length, MOST - documents.length)} usual documents
        </button>
      )}
    </>
  )
}
