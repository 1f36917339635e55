import { useState } from 'react'

import { put, removed } from '../../../shared/case/lists'
import { capitalized, elementName } from '../../../shared/case/names'
import type { Call, Organization } from '../../../shared/case/partner/schema'
import {
  countCalls,
  deliveredInWords,
  opinionsInWords,
  ownNetPromoter,
  whomToCall,
} from '../../../shared/present/partner/calls'
import { callsTable } from '../../../shared/present/partner/calls-table'
import { day } from '../../format'
import { usePartnerPlace } from '../../state/partner'
import { useStore } from '../../state/store'
import { Field } from '../entry/Field'
import entry from '../entry/entry.module.css'
import { Rows } from '../entry/Rows'
import { Fields, Section } from '../entry/Section'
import { SaveCsv } from '../figure/SaveCsv'
import { tell } from '../frame/tell'
import { NoOrganization } from './NoOrganization'
import { change, LIST, useOrganizations } from './organizations'
import classes from './partner.module.css'
import { Tabs } from './Tabs'

/** Calls with doctors who sold to one of the organizations: statistics and individual calls. */
export function Calls() {
  const { organization, names } = useOrganizations()
  const show = usePartnerPlace((state) => state.show)
  if (!organization) return <NoOrganization />
  return (
    <>
      <Tabs label="Organizations" items={names} current={organization.id} onChosen={(id) => show('calls', id)} />
      <Counts key={`${organization.id} counts`} organization={organization} />
      <Sheets key={organization.id} organization={organization} />
    </>
  )
}

function Counts({ organization }: { readonly organization: Organization }) {
  const counts = countCalls(organization)
  const { calls, all, byTopic } = counts
  return (
    <>
      <h2 className={classes.finding}>
        {calls === 0 ? 'No call yet' : `${calls} ${calls === 1 ? 'call' : 'calls'}: ${deliveredInWords(all)}`}
      </h2>
      {calls > 0 && (
        <p>
          {ownNetPromoter(counts)} {opinionsInWords(counts)}
        </p>
      )}
      <ul className={classes.next} aria-label="Whom to call next">
        {whomToCall(organization).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {byTopic.length > 0 && (
        <div className={entry.rows}>
          <table className={classes.shares}>
            <caption className="unseen">Promised and delivered by topic</caption>
            <thead>
              <tr>
                <th scope="col">Topic</th>
                <th scope="col">Promises</th>
                <th scope="col">Delivered</th>
                <th scope="col">In part</th>
                <th scope="col">Delivered on time</th>
                <th scope="col">Not known</th>
              </tr>
            </thead>
            <tbody>
              {byTopic.map(({ topic, name, promised, delivered, partly, inTime, unknown }) => (
                <tr key={topic}>
                  <th scope="row">{name}</th>
                  {[promised + unknown, delivered, partly, inTime, unknown].map((count, i) => (
                    <td key={i} className="number">
                      {count}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <SaveCsv title={`Promised and delivered ${organization.name}`} />
        </div>
      )}
    </>
  )
}

function Sheets({ organization }: { readonly organization: Organization }) {
  const list = `${LIST}/${organization.id}/calls`
  const { document } = useOrganizations()
  const [chosen, setChosen] = useState<string>()
  const called = (call: Call) =>
    `${capitalized(elementName(`${list}/${call.id}`, document))}${call.on ? `, ${day(call.on)}` : ''}`
  const call = organization.calls.find(({ id }) => id === chosen) ?? organization.calls.at(-1)
  const add = () => {
    const id = crypto.randomUUID()
    if (change(put(document, list, { id }))) setChosen(id)
  }
  const remove = (one: Call) => {
    if (change(removed(document, list, one.id)))
      tell(`The call with ${called(one)} has been deleted.`, { label: 'Undo', run: useStore.getState().undo })
  }
  return (
    <Section
      title="Call sheets"
      says="Initials or an alias are enough: a doctor who speaks freely should not be found in a file."
    >
      <Tabs
        label="Calls"
        items={organization.calls.map((one) => [one.id, called(one)] as const)}
        current={call?.id ?? ''}
        onChosen={setChosen}
        {...(organization.calls.length < 60 && { last: { label: '+ Add a call', run: add } })}
      />
      {call && (
        <SaveCsv title={`Reference calls ${organization.name}`} table={() => callsTable(organization, document)} />
      )}
      {call && (
        <div key={call.id}>
          <Fields>
            <Field path={`${list}/${call.id}/name`} />
            <Field path={`${list}/${call.id}/on`} />
            <Field path={`${list}/${call.id}/relation`} />
            <Field path={`${list}/${call.id}/joined`} />
            <Field path={`${list}/${call.id}/specialty`} />
          </Fields>
          <h3 className={classes.sub}>What was promised, and what came of it</h3>
          <Rows
            list={`${list}/${call.id}/topics`}
            word="topic"
            caption={`Promises to ${called(call)}`}
            most={30}
            empty="No promise is written down yet."
            columns={[
              { label: 'Topic', field: 'topic' },
              { label: 'Promised', field: 'promised', width: '40%' },
              { label: 'Delivered', field: 'delivered' },
              { label: 'On time', field: 'inTime' },
            ]}
          />
          <Fields>
            <Field path={`${list}/${call.id}/trust`} />
            <Field path={`${list}/${call.id}/again`} />
            <Field path={`${list}/${call.id}/recommend`} />
            <Field path={`${list}/${call.id}/advice`} wide />
            <Field path={`${list}/${call.id}/notes`} wide />
          </Fields>
          <p className={classes.adders}>
            <button type="button" className="link" onClick={() => remove(call)}>
              Delete this call
            </button>
          </p>
        </div>
      )}
    </Section>
  )
}
