import type { Case } from '../../../shared/case/schema'
import { useDocument } from '../../state/store'
import { Rows } from '../entry/Rows'

/** The ages at which a doctor plans to work fewer days. */
export function DaysByAge() {
  const { practice } = useDocument()
  return (
    <Rows
      list="practice/taper"
      word="step"
      caption="Fewer clinical days by age"
      columns={[
        { field: 'age', label: 'From age' },
        { field: 'days', label: 'Clinical days', unit: 'a week' },
      ]}
      seed={nextStep(practice.taper)}
      most={10}
      empty="You work the same days until you retire."
    />
  )
}

const nextStep = (taper: Case['practice']['taper']) => ({
  age: Math.min(99, Math.max(59, ...taper.map(({ age }) => age)) + 1),
})
