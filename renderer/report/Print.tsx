import { useEffect, useMemo, useState } from 'react'

import type { Capabilities, Refusal } from '../../shared/host'
import type { Case } from '../../shared/case/schema'
import { evaluateCase, type Outcome } from '../../shared/model'
import { readBack, reportAnalyses, type ReportAnalyses } from '../../shared/present/report/analyses'
import { withInitials } from '../../shared/present/report/initials'
import { METHOD_TITLE, reportTitle } from '../../shared/present/report/title'
import { hostHere } from '../state/host'
import { askedFor, isSeen, methodAskedFor, withoutPeople, type Asked } from './asked'
import type { SinceSnapshot } from './context'
import { MethodPaper } from './MethodPaper'
import { Report } from './Report'
import { loadSince, sinceWithInitials } from './since'
import { usePaper } from './use-paper'

/** What a print is about. */
interface Stored {
  readonly document: Case
  readonly revision: number
  readonly capabilities: Capabilities
  readonly caseHash: string
}
interface LoadedReport extends Asked, Stored {
  readonly print: 'report'
  readonly outcome: Outcome
  readonly coming: Promise<Partial<ReportAnalyses>>
  /** Those that are there already. */
  readonly analyses: Partial<ReportAnalyses> | undefined
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
      document.documentElement.toggleAttribute('data-unseen', !isSeen(location.hash))
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
  const { document, revision } = found.value
  return { document, revision, capabilities: capabilities.value, caseHash: signs.value.hash }
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
  if (asked.names === 'full') return await worked(loaded)
  const names = new Map<string, string>()
  return await worked({
    ...loaded,
    parts: withoutPeople(asked.parts),
    document: withInitials(stored.document, names),
    ...(since && { before: sinceWithInitials(since.value, names) }),
  })
}

/**
 * With the figures. The host has worked out the longest of them while this page was loading; where it has another state of
 * the case by now, or cannot, they are worked out here.
 */
async function worked(loaded: Omit<LoadedReport, 'outcome' | 'coming' | 'analyses'>): Promise<LoadedReport> {
  const { id, revision, document, dollars, parts, names } = loaded
  const asked = hostHere().call('reportAnalyses', { id, revision, dollars, parts: [...parts], names })
  const outcome = evaluateCase(document)
  const coming = asked.then(
    (answer) => (answer.ok ? readBack(answer.value.text) : reportAnalyses(document, { dollars, parts })) ?? {},
  )
  // What is there by now saves drawing the report twice.
  const analyses = await Promise.race([coming, new Promise<undefined>((resolve) => setTimeout(resolve, SOON))])
  return { ...loaded, outcome, coming, analyses }
}

/** In milliseconds: less than it takes to draw what depends on the analyses once more. */
const SOON = 30

/** Stands for analyses that are not there yet, so that nothing is worked out in their place. */
const NONE_YET: ReportAnalyses = { prices: [], material: [], breakEvens: [], asks: [] }

/**
 * The report, drawn as far as possible while the host is at work on the analyses: they change a few chapters, and a page
 * that has drawn the others draws these fast.
 */
function Paper(loaded: LoadedReport) {
  const { document: owned, outcome, capabilities, before, dollars, reader, parts, contents } = loaded
  const analyses = useArrived(loaded.coming, loaded.analyses)
  usePaper({ ...loaded, title: reportTitle(owned), complete: analyses !== undefined })
  return (
    <Report
      outcome={outcome}
      document={owned}
      analyses={analyses ?? NONE_YET}
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

/**
 * What a promise holds, once it does; of another promise, nothing yet. A failure is said to whoever prints the page.
 * @param here what it holds, where that is known already
 */
function useArrived<Value>(promise: Promise<Value>, here: Value | undefined): Value | undefined {
  const [arrived, setArrived] = useState<{ readonly of: Promise<Value>; readonly value: Value }>()
  useEffect(() => {
    if (here === undefined) promise.then((value) => setArrived({ of: promise, value }), sayFailed)
  }, [promise, here])
  return here ?? (arrived?.of === promise ? arrived.value : undefined)
}

function Method(loaded: LoadedMethod) {
  const { document, capabilities } = loaded
  const outcome = useMemo(() => evaluateCase(document), [document])
  usePaper({ ...loaded, title: METHOD_TITLE, complete: true })
  return <MethodPaper outcome={outcome} today={capabilities.today} version={capabilities.version} />
}
