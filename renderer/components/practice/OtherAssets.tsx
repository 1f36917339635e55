import { useDocument } from '../../state/store'
import { Field } from '../entry/Field'
import { Rows } from '../entry/Rows'
import { Fields, Further } from '../entry/Section'

/** The owner's assets other than the practice: value, income and tax treatment. */
export function OtherAssets() {
  const { otherAssets } = useDocument().practice
  return (
    <>
      <Rows
        list="practice/otherAssets"
        word="asset"
        caption="Other assets"
        columns={[
          { field: 'label', label: 'Asset', width: '24%' },
          { field: 'kind', label: 'Kind' },
          { field: 'value', label: 'Value', unit: '$, at the start of the plan' },
          { field: 'distributions', label: 'Paid to you', unit: '$ a year, before tax' },
          { field: 'basis', label: 'Tax basis', unit: '$' },
        ]}
        most={6}
        empty="You have none, or none that a buyer of the practice could buy."
      />
      {otherAssets.map(({ id, label, kind }) => {
        const at = (field: string) => `practice/otherAssets/${id}/${field}`
        return (
          <Further key={id} title={`${label || 'Other asset'}: growth, tax, debt, sale`}>
            <Fields>
              <Field path={at('growth')} />
              <Field path={at('taxedAs')} />
              {kind === 'building' ? <Field path={at('depreciation')} /> : <Field path={at('ordinaryShare')} />}
              <Field path={at('debt')} />
              <Field path={at('sellingCosts')} />
              <Field path={at('whenKept')} />
            </Fields>
          </Further>
        )
      })}
    </>
  )
}
