import type { Outcome, View } from '../model'
import { list } from './sentence'

/** Titles of charts: each says what the chart shows, from the model's own figures. */

/** Who takes home most while working. */
export function takeHomeTitle(outcome: Outcome, view: View, paths: readonly string[]): string {
  const [most] = ranked(outcome, view, paths, 'takeHomeAverage')
  if (!most || paths.length < 2) return 'What you take home each year'
  return most.id === 'keep'
    ? 'Until you retire, keeping the practice pays you most'
    : `Until you retire, ${most.name} pays you most`
}

/** What is left of the prices on the day of closing. */
export function pocketTitle(outcome: Outcome, view: View, paths: readonly string[]): string {
  const sold = ranked(outcome, view, paths, 'inPocketAtClose').filter(({ id }) =>
    outcome.figure(id, view, 'consideration'),
  )
  if (sold.length === 0) return 'From the price to your pocket'
  const [most] = sold
  if (sold.length === 1) return `From ${most!.name}’s price to your pocket on the day of closing`
  return `${most!.name} puts most in your pocket on the day of closing`
}

/** Whose sale leaves most after all tax. */
export function keptTitle(outcome: Outcome, view: View, paths: readonly string[]): string {
  const sold = ranked(outcome, view, paths, 'saleAfterTax').filter(({ value }) => value !== 0)
  const [most] = sold
  if (!most || sold.length === 1) return 'Where the price went'
  return most.id === 'keep'
    ? 'After all tax, the sale at retirement leaves you most'
    : `After all tax, the sale of ${most.name} leaves you most`
}

/** Who leads on guaranteed money alone, against who leads in the expected view. */
export function viewsTitle(outcome: Outcome, paths: readonly string[]): string {
  const best = (view: View) => ranked(outcome, view, paths, 'wealthAtRetirement')[0]
  const [guaranteed, expected, maximum] = [best('guaranteed'), best('expected'), best('maximum')]
  if (!guaranteed || !expected || !maximum || paths.length < 2) return 'How much of it is sure'
  const word = ({ id, name }: { id: string; name: string }) => (id === 'keep' ? 'keeping' : name)
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  if (guaranteed.id === expected.id && expected.id === maximum.id)
    return `${capital(word(expected))} leads in all three views`
  const views = [
    ['guaranteed', guaranteed],
    ['expected', expected],
    ['maximum', maximum],
  ] as const
  const groups = Map.groupBy(views, ([, path]) => path.id)
  return capital(
    [...groups.values()]
      .map((of) => `${word(of[0]![1])} leads in the ${list(of.map(([view]) => view))} view`)
      .join('; '),
  )
}

function ranked(outcome: Outcome, view: View, paths: readonly string[], figure: string) {
  return outcome.paths
    .filter(({ id }) => paths.includes(id))
    .map(({ id, name }) => ({ id, name, value: outcome.figure(id, view, figure) ?? NaN }))
    .filter(({ value }) => !Number.isNaN(value))
    .sort((a, b) => b.value - a.value)
}
