import { removed } from '../../../shared/case/lists'
import { capitalized, elementName } from '../../../shared/case/names'
import { whyKept } from '../../../shared/case/partner/clashes'
import { PAID_FOR, PAID_FOR_IDS, type Organization } from '../../../shared/case/partner/schema'
import { AUTONOMY_COLUMNS, autonomyRows } from '../../../shared/present/partner/autonomy'
import { FACTS } from '../../../shared/present/partner/profile'
import { netPromoterInWords } from '../../../shared/present/partner/quality'
import { usePartnerPlace } from '../../state/partner'
import { useStore } from '../../state/store'
import { Field } from '../entry/Field'
import entry from '../entry/entry.module.css'
import { Rows } from '../entry/Rows'
import { Fields, Section } from '../entry/Section'
import { tell } from '../frame/tell'
import { FieldCell } from './FieldCell'
import { addOrganization, change, LIST, MOST_ORGANIZATIONS, useOrganizations } from './organizations'
import classes from './partner.module.css'
import { Tabs } from './Tabs'

/** Who is behind each offer, and what is known about one of them. */
export function Organizations() {
  const { document, organization, names } = useOrganizations()
  const show = usePartnerPlace((state) => state.show)
  const unlinked = document.offers.filter(({ partner }) => partner.organization === '')
  const byBuyer = [...Map.groupBy(unlinked, ({ id, buyer }) => buyer.trim() || elementName(`offers/${id}`, document))]
  const choices = { '': 'none chosen', ...Object.fromEntries(names) }
  const room = names.length < MOST_ORGANIZATIONS
  return (
    <>
      {document.offers.length > 0 && (
        <Section title="Who is behind each offer" says="Several offers may come from one organization.">
          {names.length > 0 && (
            <Fields>
              {document.offers.map(({ id }) => (
                <Field
                  key={id}
                  path={`offers/${id}/partner/organization`}
                  label={capitalized(elementName(`offers/${id}`, document))}
                  choices={choices}
                />
              ))}
            </Fields>
          )}
          {room && byBuyer.length > 0 && (
            <p className={classes.adders}>
              {byBuyer.map(([buyer, offers]) => (
                <button
                  key={buyer}
                  type="button"
                  className={entry.add}
                  onClick={() => addOrganization(document, buyer, offers, 'organizations')}
                >
                  + Start a profile of {buyer}
                </button>
              ))}
            </p>
          )}
        </Section>
      )}
      <Tabs
        label="Organizations"
        items={names}
        current={organization?.id ?? ''}
        onChosen={(id) => show('organizations', id)}
        {...(room && {
          last: { label: '+ Add an organization', run: () => addOrganization(document, '', [], 'organizations') },
        })}
      />
      {organization ? (
        <Profile key={organization.id} organization={organization} />
      ) : (
        <p className="quiet">
          No organization yet.{' '}
          {document.offers.length === 0
            ? 'Enter an offer and its buyer first, or add an organization here.'
            : 'Start a profile of a buyer, or add an organization.'}
        </p>
      )}
    </>
  )
}

function Profile({ organization }: { readonly organization: Organization }) {
  const at = `${LIST}/${organization.id}`
  const { document } = useOrganizations()
  const { undo } = useStore.getState()
  const called = capitalized(elementName(at, document))
  const score = organization.quality.netPromoter.value
  const remove = () => {
    const kept = whyKept(document, organization.id)
    if (kept !== undefined) return tell(kept)
    if (change(removed(document, LIST, organization.id)))
      tell(`“${called}” has been deleted, with its calls and documents.`, { label: 'Undo', run: undo })
  }
  return (
    <>
      <Section title="Profile" says="What is left empty is not known. Each fact has its date and who said so.">
        <Fields>
          <Field path={`${at}/name`} wide />
        </Fields>
        <FactTable
          caption={`Profile of ${called}`}
          rows={FACTS.map(([id, label]) => ({ label, at: `${at}/profile/${id}` }))}
        />
        <h3 className={classes.sub}>By specialty</h3>
        <Rows
          list={`${at}/specialties`}
          word="specialty"
          caption={`Practices and doctors of ${called} by specialty`}
          most={20}
          empty="Nothing is known by specialty."
          columns={[
            { label: 'Specialty', field: 'label' },
            { label: 'Practices', field: 'practices' },
            { label: 'Doctors', field: 'doctors' },
            { label: 'As of', field: 'on' },
            { label: 'Who says so', field: 'source' },
          ]}
        />
      </Section>
      <Autonomy organization={organization} at={at} called={called} />
      <Section
        title="Quality"
        says="A net promoter score runs from −100 to 100: below 0 is poor, above 0 good, above 50 excellent, above 80 world-class. Healthcare averaged 46 in 2024; a buyer quotes that benchmark, and buyers quote scores of their own."
      >
        <FactTable
          caption={`Quality of ${called}`}
          rows={[{ label: 'Net promoter score', at: `${at}/quality/netPromoter` }]}
        />
        {score !== null && <p className="small">{netPromoterInWords(score)}</p>}
        <Fields>
          <Field path={`${at}/quality/netPromoterHow`} wide />
        </Fields>
        <h3 className={classes.sub}>Accreditation</h3>
        <Rows
          list={`${at}/quality/accreditations`}
          word="accreditation"
          caption={`Accreditations of ${called}`}
          most={10}
          empty="No accreditation is known."
          columns={[
            { label: 'Accredited by', field: 'label' },
            { label: 'Practices accredited', field: 'accredited' },
            { label: 'Of how many', field: 'of' },
            { label: 'As of', field: 'on' },
            { label: 'Who says so', field: 'source' },
          ]}
        />
        <h3 className={classes.sub}>Quality programs</h3>
        <Rows
          list={`${at}/quality/programs`}
          word="program"
          caption={`Quality programs of ${called}`}
          most={20}
          empty="No quality program is known."
          columns={[
            { label: 'Program', field: 'label' },
            { label: 'What it changed', field: 'changed' },
          ]}
        />
      </Section>
      <Section
        title="What the organization pays for"
        says={`What was promised besides the ${document.practice.role === 'associate' ? 'pay' : 'price'}, and by when. No figure of the comparison counts it.`}
      >
        <div className={entry.rows}>
          <table className={classes.facts}>
            <caption className="unseen">What {called} pays for</caption>
            <thead>
              <tr>
                <th scope="col">For</th>
                <th scope="col">
                  Promised<span className={entry.unit}> dollars in all</span>
                </th>
                <th scope="col">By when</th>
                <th scope="col">Who says so</th>
              </tr>
            </thead>
            <tbody>
              {PAID_FOR_IDS.map((id) => (
                <tr key={id}>
                  <th scope="row">{PAID_FOR[id]}</th>
                  {(['amount', 'by', 'source'] as const).map((field) => (
                    <FieldCell key={field} path={`${at}/pays/${id}/${field}`} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
      <p className={classes.adders}>
        <button type="button" className="link" onClick={remove}>
          Delete {called}
        </button>
      </p>
    </>
  )
}

/** Facts in a list, each with its value, date and source. */
function FactTable(props: { readonly caption: string; readonly rows: readonly { label: string; at: string }[] }) {
  return (
    <div className={entry.rows}>
      <table className={classes.facts}>
        <caption className="unseen">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">Fact</th>
            <th scope="col" className={classes.fact}>
              What is known
            </th>
            <th scope="col">As of</th>
            <th scope="col" className={classes.source}>
              Who says so
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ label, at }) => (
            <tr key={at}>
              <th scope="row">{label}</th>
              <FieldCell path={`${at}/value`} name={label} />
              <FieldCell path={`${at}/on`} name={`${label}: as of`} />
              <FieldCell path={`${at}/source`} name={`${label}: who says so`} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Autonomy({ organization, at, called }: { organization: Organization; at: string; called: string }) {
  const { document } = useOrganizations()
  return (
    <Section
      title="Autonomy"
      says={`Who decides: ${document.practice.role === 'associate' ? 'where you work' : 'in your practice'} today, as they promise, and by the contract. What is not in the contract is not agreed.`}
    >
      <div className={entry.rows}>
        <table className={classes.facts}>
          <caption className="unseen">Who decides at {called}</caption>
          <thead>
            <tr>
              {AUTONOMY_COLUMNS.map((column) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {autonomyRows(document.partner.autonomyToday, organization).map(({ id, name, differences }) => (
              <tr key={id} data-differs={differences.length > 0 || undefined}>
                <th scope="row">{name}</th>
                <FieldCell path={`partner/autonomyToday/${id}`} />
                <FieldCell path={`${at}/autonomy/${id}/promised`} />
                <FieldCell path={`${at}/autonomy/${id}/contract`} />
                <td className={classes.difference}>{differences.join('; ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
