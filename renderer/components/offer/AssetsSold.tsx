import type { Offer } from '../../../shared/case/schema'
import { useDocument } from '../../state/store'
import { Field } from '../entry/Field'
import { Rows } from '../entry/Rows'
import { Fields, Section } from '../entry/Section'

/** Which of the owner's other assets the offer buys, at which price, and what of it is paid later. */
export function AssetsSold({ offer }: { readonly offer: Offer }) {
  const { otherAssets } = useDocument().practice
  if (otherAssets.length === 0) return null
  const names = Object.fromEntries(otherAssets.map(({ id, label }) => [id, label || id]))
  const list = `offers/${offer.id}/assetsSold`
  return (
    <Section title="Other assets" says="What the offer also buys. Everything else of yours stays yours.">
      <Rows
        list={list}
        word="sale"
        caption="Other assets sold with the practice"
        columns={[
          { field: 'asset', label: 'Asset', choices: names, width: '28%' },
          { field: 'on', label: 'Sold on', width: '26%' },
          { field: 'price', label: 'Price', unit: '$, before tax' },
          { field: 'down', label: 'Paid on that day', unit: '% of the price' },
        ]}
        seed={{ asset: otherAssets[0]!.id }}
        most={6}
        empty="The offer buys none of them."
      />
      {offer.assetsSold
        .filter(({ down }) => down < 1)
        .map(({ id, asset }) => (
          <Fields key={id}>
            <Field path={`${list}/${id}/years`} label={`${names[asset] ?? 'Asset'}: installments over`} />
            <Field path={`${list}/${id}/rate`} label={`${names[asset] ?? 'Asset'}: interest on the installments`} />
            <Field
              path={`${list}/${id}/probability`}
              label={`${names[asset] ?? 'Asset'}: chance that the installments are paid`}
            />
          </Fields>
        ))}
    </Section>
  )
}
