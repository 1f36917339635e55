import { useLayoutEffect, useRef, useState } from 'react'

import { ENTRIES, termsIn, type Entry } from '../../../shared/present/glossary'
import { capital } from '../../../shared/present/sentence'
import type { ReportInput } from '../context'
import { Heading } from '../headings'

/** The technical terms used in the rest of the report, each in one sentence: paper has no tooltips. */
export function Glossary({
  outcome,
  dollars,
  parts,
  analyses,
}: Pick<ReportInput, 'outcome' | 'dollars' | 'parts' | 'analyses'>) {
  const section = useRef<HTMLElement>(null)
  const [used, setUsed] = useState<readonly Entry[]>(ENTRIES)
  // The text of the other parts is known once they are rendered: it is read before the report is painted or printed.
  useLayoutEffect(() => {
    const others = [...(section.current?.parentElement?.children ?? [])].filter((part) => part !== section.current)
    const found = termsIn(others.map(({ textContent }) => textContent).join('\n'))
    setUsed((now) => (now.length === found.length && now.every((entry, i) => entry === found[i]) ? now : found))
  }, [outcome, dollars, parts, analyses])
  return (
    <section ref={section} className="chapter flows terms-used">
      <Heading level={2}>Terms used in this report</Heading>
      <dl className="glossary">
        {used.map(({ term, sentence, source }) => (
          <div key={term}>
            <dt>{capital(term)}</dt>
            <dd>
              {sentence}
              {source && <span className="quiet"> {source.replaceAll(' ', '\u00A0')}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
