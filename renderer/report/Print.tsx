import { useEffect, useLayoutEffect, useMemo, useState } from 'react'

import type { Capabilities, PaperSize, Refusal } from '../../shared/host'
import type { Case } from '../../shared/case/schema'
import { allQuestionPrices } from '../../shared/analysis/question-prices'
import { readinessOf, withoutUnready } from '../../shared/checks/readiness'
import { evaluateCase, type Outcome } from '../../shared/model'
import { withInitials } from '../../shared/present/report/initials'
import { reportTitle } from '../../shared/present/report/title'
import { day } from '../format'
import { hostHere } from '../state/host'
import { askedFor, withoutPeople, type Asked } from './asked'
import type { SinceSnapshot } from './context'
import { Report } from './Report'
import { simulatedNow } from './simulated'
import { loadSince, sinceWithInitials } from './since'

interface Loaded extends Asked {
  readonly document: Case
  readonly capabilities: Capabilities
  readonly caseHash: string
  readonly before?: SinceSnapshot
}

/**
 * Only the report named by the address, for printing.
 * Once complete, sets `data-ready` on the root element to its address; if it cannot be shown, `data-failed` to the reason.
 */
export function Print() {
  const [loaded, setLoaded] = useState<Loaded | Refusal>()
  useEffect(() => {
    const load = () => {
      const asked = askedFor(location.hash)
      if (!asked) return
      void loadReport(asked).then((found) => {
        if ('code' in found) sayFailed(found.message)
        setLoaded(found)
      }, sayFailed)
    }
    load()
    globalThis.addEventListener('hashchange', load)
    return () => globalThis.removeEventListener('hashchange', load)
  }, [])
  if (!loaded) return null
  if ('code' in loaded) return <p className="report">{loaded.message}</p>
  return <Paper {...loaded} />
}

/** Whoever prints the page need not wait for it any longer. */
export function sayFailed(reason: unknown): void {
  document.documentElement.dataset['failed'] = reason instanceof Error ? reason.message : String(reason)
}

async function loadReport(asked: Asked): Promise<Loaded | Refusal> {
  const host = hostHere()
  const [found, capabilities, signs] = await Promise.all([
    host.call('openCase', { id: asked.id }),
    host.call('capabilities', {}),
    host.call('caseHash', { id: asked.id }),
  ])
  if (!found.ok) return found.error
  if (!capabilities.ok) return capabilities.error
  if (!signs.ok) return signs.error
  const { document } = found.value
  const names = new Map<string, string>()
  const shown = asked.names === 'initials' ? withInitials(document, names) : document
  const before = asked.since === undefined ? undefined : await loadSince(host, asked.id, asked.since)
  if (before && !before.ok) return before.error
  return {
    ...asked,
    parts: asked.names === 'initials' ? withoutPeople(asked.parts) : asked.parts,
    document: shown,
    ...(before && { before: asked.names === 'initials' ? sinceWithInitials(before.value, names) : before.value }),
    capabilities: capabilities.value,
    caseHash: signs.value.hash,
  }
}

function Paper(loaded: Loaded) {
  const { hash, document: owned, capabilities, caseHash, before, paper, dollars, reader, parts, contents } = loaded
  const { today, version } = capabilities
  const outcome = useMemo(() => evaluateCase(owned), [owned])
  const prices = useMemo(() => pricesOf(outcome), [outcome])
  const simulated = useMemo(() => (parts.includes('risk') ? simulatedNow(outcome) : undefined), [outcome, parts])
  useLayoutEffect(() => {
    const root = document.documentElement
    // The page margin boxes read these; the title becomes the title of the file.
    root.style.setProperty('--report-case', quoted(owned.name))
    root.style.setProperty('--report-day', quoted(day(today)))
    root.style.setProperty(
      '--report-foot',
      quoted(
        `Sell or Stay ${version} · case ${caseHash} · seed ${owned.risk.seed} · not tax, legal or investment advice`,
      ),
    )
    document.title = reportTitle(owned)
  }, [owned, today, version, caseHash])
  useLayoutEffect(() => layOutOn(paper), [paper])
  useEffect(() => {
    let gone = false
    // The page must be laid out before the browser knows which fonts it needs.
    requestAnimationFrame(() => {
      void document.fonts.ready.then(() => {
        if (!gone) document.documentElement.dataset['ready'] = hash
      })
    })
    return () => {
      gone = true
      delete document.documentElement.dataset['ready']
    }
  }, [hash])
  return (
    <Report
      outcome={outcome}
      document={owned}
      prices={prices}
      simulated={simulated}
      since={before}
      dollars={dollars}
      reader={reader}
      parts={parts}
      today={today}
      version={version}
      contents={contents}
    />
  )
}

/** Paper other than letter has different margins, so that lines of text and charts are as wide as on letter. */
const PAGES: Readonly<Record<PaperSize, string | undefined>> = {
  letter: undefined,
  a4: '@page { size: 210mm 297mm; margin: 0.85in 17.37mm 0.95in } @page wide { size: 297mm 210mm; margin: 0.6in 24.04mm 0.55in }',
}

function layOutOn(paper: PaperSize): () => void {
  const pages = PAGES[paper]
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(pages ?? '')
  document.adoptedStyleSheets = [sheet]
  return () => {
    document.adoptedStyleSheets = []
  }
}

/** If the case has an answer; excludes offers about which too little is known. */
function pricesOf(outcome: Outcome) {
  const readiness = readinessOf(outcome)
  return readiness.blockers.length === 0 ? allQuestionPrices(withoutUnready(outcome.document, readiness)) : undefined
}

/** A text as a CSS `content` value. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\\n\r]/g, (letter) => `\\${letter.codePointAt(0)!.toString(16)} `)}"`
