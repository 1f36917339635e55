import { Button } from '@mantine/core'

import { added } from '../../../shared/case/lists'
import type { Cost } from '../../../shared/case/schema'
import { useDocument, useStore } from '../../state/store'
import { Rows, type Column } from '../entry/Rows'

const costColumns: readonly Column<Cost>[] = [
  { field: 'label', label: 'Cost', width: '27%' },
  {
    field: 'behaviour',
    label: 'Varies with',
    width: '20%',
    choices: { fixed: 'nothing: fixed', all: 'all collections', doctors: 'doctors’ production' },
  },
  {
    field: ({ behaviour }) => (behaviour === 'fixed' ? 'amount' : 'share'),
    label: 'Amount',
    width: '20%',
    unit: '$ a year, or % of those collections',
  },
  {
    field: ({ behaviour }) => (behaviour === 'fixed' ? 'growth' : undefined),
    label: 'Growth',
    unit: 'a year',
    width: '14%',
  },
  { field: 'kind', label: 'Kind', width: '12%' },
]

/** The practice's costs as a table, with a starting point for those who have none yet. */
export function CostLines() {
  const { practice } = useDocument()
  return (
    <>
      <Rows
        list="practice/costs"
        word="cost"
        caption="Costs of the practice"
        columns={costColumns as readonly Column[]}
        most={30}
        empty="No costs are entered yet, so all collections would count as profit."
      />
      {practice.costs.length === 0 && <UsualCosts />}
    </>
  )
}

/** Cost lines of nearly every practice, with blank amounts for the owner to enter. */
function UsualCosts() {
  const replace = useStore((state) => state.replace)
  const document = useDocument()
  const usual = [
    { label: 'Staff' },
    { label: 'Associate pay' },
    { label: 'Supplies', behaviour: 'all' },
    { label: 'Lab', behaviour: 'doctors', kind: 'lab' },
    { label: 'Facility' },
    { label: 'Marketing' },
    { label: 'Administration' },
    { label: 'Other' },
  ]
  return (
    <Button
      variant="default"
      mt="xs"
      onClick={() =>
        replace(usual.reduce((result, seed) => added(result, 'practice/costs', 'cost', seed).document, document))
      }
    >
      Start with the usual eight lines, all at zero
    </Button>
  )
}
