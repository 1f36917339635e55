import { useEffect, useMemo, useState } from 'react'

import type { Capabilities, Refusal } from '../../shared/host'
import type { Case } from '../../shared/case/schema'
import { allQuestionPrices } from '../../shared/analysis/question-prices'
import { readinessOf, withoutUnready } from '../../shared/checks/readiness'
import { evaluateCase, type Outcome } from '../../shared/model'
import { withInitials } from '../../shared/present/report/initials'
import { METHOD_TITLE, reportTitle } from '../../shared/present/report/title'
import { hostHere } from '../state/host'
import { askedFor, methodAskedFor, showSimulations, withoutPeople, type Asked } from './asked'
import type { SinceSnapshot } from './context'
import { MethodPaper } from './MethodPaper'
import { Report } from './Report'
import { simulatedNow } from './simulated'
import { loadSince, sinceWithInitials } from './since'
import { usePaper } from './use-paper'

/** What a print is about. */
interface Stored {
  readonly document: Case
  readonly capabilities: Capabilities
  readonly caseHash: string
}
interface LoadedReport extends Asked, Stored {
  readonly print: 'report'
  readonly before?: SinceSnapshot
}
interface LoadedMethod extends Pick<Asked, 'hash' | 'paper'>, Stored {
  readonly print: 'method'
}

/**
 * Only the report or the method named by the address, for printing.
 * Once complete, sets `data-ready` on the root element to its address; if it cannot be shown, `data-failed` to the reason.
 */
export function Print() {
  const [loaded, setLoaded] = useState<LoadedReport | LoadedMethod | Refusal>()
  useEffect(() => {
    const load = () => {
      const found = loadNamed(location.hash)
      void found?.then((one) => {
        if ('code' in one) sayFailed(one.message)
        setLoaded(one)
      }, sayFailed)
    }
    load()
    globalThis.addEventListener('hashchange', load)
    return () => globalThis.removeEventListener('hashchange', load)
  }, [])
  if (!loaded) return null
  if ('code' in loaded) return <p className="report">{loaded.message}</p>
  return loaded.print === 'method' ? <Method {...loaded} /> : <Paper {...loaded} />
}

/** Whoever prints the page need not wait for it any longer. */
export function sayFailed(reason: unknown): void {
  document.documentElement.dataset['failed'] = reason instanceof Error ? reason.message : String(reason)
}

function loadNamed(hash: string): Promise<LoadedReport | LoadedMethod | Refusal> | undefined {
  const method = methodAskedFor(hash)
  if (method) return loadMethod(method)
  const asked = askedFor(hash)
  return asked && loadReport(asked)
}

async function loadStored(id: string): Promise<Stored | Refusal> {
  const host = hostHere()
  const [found, capabilities, signs] = await Promise.all([
    host.call('openCase', { id }),
    host.call('capabilities', {}),
    host.call('caseHash', { id }),
  ])
  if (!found.ok) return found.error
  if (!capabilities.ok) return capabilities.error
  if (!signs.ok) return signs.error
  return { document: found.value.document, capabilities: capabilities.value, caseHash: signs.value.hash }
}

async function loadMethod({ hash, id, paper }: Pick<Asked, 'hash' | 'id' | 'paper'>) {
  const stored = await loadStored(id)
  return 'code' in stored ? stored : { print: 'method' as const, hash, paper, ...stored }
}

async function loadReport(asked: Asked): Promise<LoadedReport | Refusal> {
  const stored = await loadStored(asked.id)
  if ('code' in stored) return stored
  const since = asked.since === undefined ? undefined : await loadSince(hostHere(), asked.id, asked.since)
  if (since && !since.ok) return since.error
  const loaded = { ...asked, ...stored, print: 'report' as const, ...(since && { before: since.value }) }
  if (asked.names === 'full') return loaded
  const names = new Map<string, string>()
  return {
    ...loaded,
    parts: withoutPeople(asked.parts),
    document: withInitials(stored.document, names),
    ...(since && { before: sinceWithInitials(since.value, names) }),
  }
}

function Paper(loaded: LoadedReport) {
  const { document: owned, capabilities, before, dollars, reader, parts, contents } = loaded
  const outcome = useMemo(() => evaluateCase(owned), [owned])
  const prices = useMemo(() => pricesOf(outcome), [outcome])
  const simulated = useMemo(() => (showSimulations(parts) ? simulatedNow(outcome) : undefined), [outcome, parts])
  usePaper({ ...loaded, title: reportTitle(owned) })
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
      today={capabilities.today}
      version={capabilities.version}
      contents={contents}
    />
  )
}

function Method(loaded: LoadedMethod) {
  const { document, capabilities } = loaded
  const outcome = useMemo(() => evaluateCase(document), [document])
  usePaper({ ...loaded, title: METHOD_TITLE })
  return <MethodPaper outcome={outcome} today={capabilities.today} version={capabilities.version} />
}

/** If the case has an answer; excludes offers about which too little is known. */
function pricesOf(outcome: Outcome) {
  const readiness = readinessOf(outcome)
  return readiness.blockers.length === 0 ? allQuestionPrices(withoutUnready(outcome.document, readiness)) : undefined
}
