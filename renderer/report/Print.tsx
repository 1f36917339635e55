import { useEffect, useLayoutEffect, useMemo, useState } from 'react'

import { USUAL_PARTS, REPORT_PARTS, type Capabilities, type Refusal, type ReportPart } from '../../shared/host'
import type { Case } from '../../shared/case/schema'
import { allQuestionPrices } from '../../shared/analysis/question-prices'
import { readinessOf, withoutUnready } from '../../shared/checks/readiness'
import { evaluateCase, type Outcome } from '../../shared/model'
import type { Dollars } from '../../shared/present/money'
import { day } from '../format'
import { hostHere } from '../state/host'
import { Report } from './Report'

interface Asked {
  /** What stands behind the # of the address. */
  readonly hash: string
  readonly id: string
  readonly dollars: Dollars
  readonly parts: readonly ReportPart[]
}

interface Loaded extends Asked {
  readonly document: Case
  readonly capabilities: Capabilities
}

/**
 * The report alone, for whoever prints it: the one that the address names, `#CASE?dollars=today|future&parts=…`.
 * When everything stands, `data-ready` on the root element says for which address.
 */
export function Print() {
  const [loaded, setLoaded] = useState<Loaded | Refusal>()
  useEffect(() => {
    const load = () => {
      const asked = askedFor(location.hash)
      if (asked) void loadReport(asked).then(setLoaded)
    }
    load()
    globalThis.addEventListener('hashchange', load)
    return () => globalThis.removeEventListener('hashchange', load)
  }, [])
  if (!loaded) return null
  if ('code' in loaded) return <p className="report">{loaded.message}</p>
  return <Paper {...loaded} />
}

function askedFor(hash: string): Asked | undefined {
  const [id, query] = hash.slice(1).split('?')
  if (!id) return undefined
  const given = new URLSearchParams(query)
  const named = given.get('parts')?.split(',')
  return {
    hash,
    id,
    dollars: given.get('dollars') === 'future' ? 'future' : 'today',
    parts: named ? REPORT_PARTS.filter((part) => named.includes(part)) : USUAL_PARTS,
  }
}

async function loadReport(asked: Asked): Promise<Loaded | Refusal> {
  const host = hostHere()
  const [found, capabilities] = await Promise.all([
    host.call('openCase', { id: asked.id }),
    host.call('capabilities', {}),
  ])
  if (!found.ok) return found.error
  if (!capabilities.ok) return capabilities.error
  return { ...asked, document: found.value.document, capabilities: capabilities.value }
}

function Paper({ hash, document: owned, capabilities, dollars, parts }: Loaded) {
  const { today, version } = capabilities
  const outcome = useMemo(() => evaluateCase(owned), [owned])
  const prices = useMemo(() => pricesOf(outcome), [outcome])
  useLayoutEffect(() => {
    const root = document.documentElement
    // The margin boxes of the pages read these; the title becomes the title of the file.
    root.style.setProperty('--report-case', quoted(owned.name))
    root.style.setProperty('--report-day', quoted(day(today)))
    document.title = `${owned.name}: sell or stay`
  }, [owned, today])
  useEffect(() => {
    let gone = false
    // The page is laid out before it is asked which fonts it needs.
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
      dollars={dollars}
      parts={parts}
      today={today}
      version={version}
    />
  )
}

/** Where the case has an answer; of an offer of which too little is known, none. */
function pricesOf(outcome: Outcome) {
  const readiness = readinessOf(outcome)
  return readiness.blockers.length === 0 ? allQuestionPrices(withoutUnready(outcome.document, readiness)) : undefined
}

/** A text as CSS takes it in `content`. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\\n\r]/g, (letter) => `\\${letter.codePointAt(0)!.toString(16)} `)}"`
