import { readTyped } from '../../../shared/case/typed'
import type { Collections, Split } from '../../../shared/review/collections'
import { usdCents } from '../../format'
import { Section } from '../entry/Section'
import classes from './documents.module.css'

/** What the owner has typed; absent: as the books say. */
export type Typed = Readonly<Partial<Record<'associates' | 'hygiene', string>>>

const shown = (amount: number): string =>
  amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

const textOf = (who: 'associates' | 'hygiene', typed: Typed, split: Split | undefined): string =>
  typed[who] ?? (split ? shown(split.shares[who]) : '')

/** Associates' and hygienists' collections are deducted from the total; the rest is the owner's. @returns or why not */
export function collectionsOf(total: number, typed: Typed, split: Split | undefined): Collections | string {
  const field = { label: 'Collections', unit: 'usd' } as const
  const amounts = (['associates', 'hygiene'] as const).map((who) => {
    const text = textOf(who, typed, split)
    const read = readTyped(text.trim() === '' ? '0' : text, field)
    return read.ok ? (read.value as number) : read.message
  })
  const [associates, hygiene] = amounts
  if (typeof associates === 'string') return associates
  if (typeof hygiene === 'string') return hygiene
  const owner = Math.round((total - associates! - hygiene!) * 100) / 100
  if (associates! < 0 || hygiene! < 0 || owner < 0)
    return `Of ${usdCents(total)} collected, associates and hygiene cannot make up ${usdCents(associates! + hygiene!)}. Enter amounts of 0 or more that are no more than the whole.`
  return { owner, associates: associates!, hygiene: hygiene! }
}

/** Who worked for the collections: as the books say, or as the owner says. */
export function BookCollections(props: {
  readonly total: number
  readonly split: Split | undefined
  /** What the report by provider comes to. */
  readonly byProvider: number | undefined
  readonly typed: Typed
  readonly onTyped: (typed: Typed) => void
}) {
  const { total, split, byProvider, typed, onTyped } = props
  const read = collectionsOf(total, typed, split)
  return (
    <Section title="Collections">
      <p>{split ? spread(split) : unsplit(total, byProvider)}</p>
      {split && <p>{whoIsWho(split)}</p>}
      <p className="quiet small">Enter what is not from your own hands; the rest is yours.</p>
      {(
        [
          ['associates', 'Of this, associates’'],
          ['hygiene', 'Of this, hygiene'],
        ] as const
      ).map(([who, label]) => (
        <p key={who} className={classes.value}>
          <label htmlFor={`split-${who}`}>{label}</label> $
          <input
            id={`split-${who}`}
            value={textOf(who, typed, split)}
            placeholder="0"
            inputMode="decimal"
            autoComplete="off"
            onChange={(event) => onTyped({ ...typed, [who]: event.target.value })}
          />
        </p>
      ))}
      <p className={typeof read === 'string' ? classes.wrong : 'quiet'} aria-live="polite">
        {typeof read === 'string' ? read : `Your own: ${usdCents(read.owner)} in the period of the file.`}
      </p>
    </Section>
  )
}

/** By whom it was collected, as the report was understood. */
function whoIsWho({ named }: Split): string {
  const list = (parts: readonly { label: string }[]): string => parts.map(({ label }) => label.trim()).join(', ')
  return [
    `You: ${list(named.owner)}.`,
    ...(named.associates.length > 0 ? [`Associates: ${list(named.associates)}.`] : []),
    ...(named.hygiene.length > 0 ? [`Hygiene: ${list(named.hygiene)}.`] : []),
  ].join(' ')
}

const unsplit = (total: number, byProvider: number | undefined): string =>
  byProvider === undefined
    ? `The books show ${usdCents(total)} collected, without saying by whom.`
    : `The books show ${usdCents(total)} collected, the providers together ${usdCents(byProvider)}: too far apart to tell who collected what. Check that both are of the same practice and year.`

function spread({ total, rest }: Split): string {
  const start = `The books show ${usdCents(total)} collected, by provider.`
  if (rest === 0) return start
  return rest < 0
    ? `${start} ${usdCents(-rest)} of refunds and adjustments name no provider: each bears a share in proportion.`
    : `${start} ${usdCents(rest)} name no provider and are spread over all in proportion.`
}
