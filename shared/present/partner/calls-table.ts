import { describe } from '../../case/describe'
import type { Call, Organization } from '../../case/partner/schema'
import type { Case } from '../../case/schema'
import type { DataTable } from '../data-table'

/** Fields of a call before and after those of its promises, in the order of the call sheet. */
const BEFORE = ['name', 'on', 'relation', 'joined', 'specialty'] as const satisfies readonly (keyof Call)[]
const TOPIC = ['topic', 'promised', 'delivered', 'inTime'] as const satisfies readonly (keyof Call['topics'][number])[]
const AFTER = ['trust', 'again', 'recommend', 'advice', 'notes'] as const satisfies readonly (keyof Call)[]

/** The reference calls about an organization, a row for each promise; a call without any has one row. */
export function callsTable({ id, calls }: Organization, document: Case): DataTable {
  const list = `partner/organizations/${id}/calls`
  const said = (path: string, value: string | number | boolean | null): string | number => {
    if (value === null) return ''
    if (typeof value === 'number') return value
    return describe(path, document)?.choices?.[String(value)] ?? String(value)
  }
  const labels = (path: string, fields: readonly string[]) =>
    fields.map((field) => describe(`${path}/${field}`, document)?.label ?? field)
  const [first] = calls
  const topic = calls.flatMap((call) => call.topics.map((one) => `${list}/${call.id}/topics/${one.id}`))[0]
  if (!first) return { head: [], rows: [] }
  return {
    head: [
      ...labels(`${list}/${first.id}`, BEFORE),
      ...(topic === undefined ? [] : labels(topic, TOPIC)),
      ...labels(`${list}/${first.id}`, AFTER),
    ],
    rows: calls.flatMap((call) => {
      const own = (fields: readonly (typeof BEFORE | typeof AFTER)[number][]) =>
        fields.map((field) => said(`${list}/${call.id}/${field}`, call[field]))
      const topics = call.topics.map((one) =>
        TOPIC.map((field) => said(`${list}/${call.id}/topics/${one.id}/${field}`, one[field])),
      )
      const none = topic === undefined ? [] : TOPIC.map(() => '')
      return (topics.length > 0 ? topics : [none]).map((cells) => [...own(BEFORE), ...cells, ...own(AFTER)])
    }),
  }
}
