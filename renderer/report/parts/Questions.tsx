import { checksOf, type Check } from '../../../shared/checks'
import type { Part } from '../context'
import { Heading } from '../headings'

const ADVISORS = [
  ['CPA', 'For the CPA'],
  ['attorney', 'For the attorney'],
  ['wealth manager', 'For the wealth manager'],
  ['buyer', 'For the buyer'],
] as const

/** What is open or does not fit, sorted by who can answer it. */
export function Questions({ outcome }: Part) {
  const checks = checksOf(outcome)
  const groups: [string, Check[]][] = [
    ['Before you rely on these figures', checks.filter(({ for: who, severity }) => !who && severity !== 'question')],
    ...ADVISORS.map(([who, title]): [string, Check[]] => [title, checks.filter((check) => check.for === who)]),
    ['For yourself', checks.filter(({ for: who, severity }) => !who && severity === 'question')],
  ]
  return (
    <section className="chapter flows reading">
      <Heading level={2}>Questions for your advisors</Heading>
      {checks.length === 0 && <p>The program finds no open questions or contradictions.</p>}
      {groups
        .filter(([, found]) => found.length > 0)
        .map(([title, found]) => (
          <div key={title}>
            <Heading level={3}>{title}</Heading>
            <ul>
              {found.map(({ message, path }) => (
                <li key={path + message}>{message}</li>
              ))}
            </ul>
          </div>
        ))}
    </section>
  )
}
