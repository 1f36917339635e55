import { useEffect, useLayoutEffect, useMemo, useState } from 'react'

import { REPORT_PARTS, type Capabilities, type Refusal, type ReportPart } from '../../shared/host'
import type { Case } from '../../shared/case/schema'
import { evaluateCase } from '../../shared/model'
import type { Dollars } from '../../shared/present/money'
import { day } from '../format'
import { hostHere } from '../state/host'
import { Report } from './Report'

interface Loaded {
  readonly document: Case
  readonly capabilities: Capabilities
}

/**
 * The report alone, for whoever prints it. It asks the host itself and needs nothing of the frame around the other pages.
 * When everything stands, `data-ready` on the root element says so.
 */
export default function Print({ id, dollars }: { readonly id: string; readonly dollars: Dollars }) {
  const [loaded, setLoaded] = useState<Loaded | Refusal>()
  useEffect(() => {
    void load(id).then(setLoaded)
  }, [id])
  if (!loaded) return null
  if ('code' in loaded) return <p className="report">{loaded.message}</p>
  return <Paper {...loaded} dollars={dollars} />
}

async function load(id: string): Promise<Loaded | Refusal> {
  const host = hostHere()
  const [found, capabilities] = await Promise.all([host.call('openCase', { id }), host.call('capabilities', {})])
  if (!found.ok) return found.error
  if (!capabilities.ok) return capabilities.error
  return { document: found.value.document, capabilities: capabilities.value }
}

function Paper({ document: owned, capabilities, dollars }: Loaded & { readonly dollars: Dollars }) {
  const { today, version } = capabilities
  const outcome = useMemo(() => evaluateCase(owned), [owned])
  useLayoutEffect(() => {
    const root = document.documentElement
    // Paper is white, whatever the person's screen is set to.
    root.dataset['paper'] = 'true'
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
        if (!gone) document.documentElement.dataset['ready'] = 'true'
      })
    })
    return () => {
      gone = true
      delete document.documentElement.dataset['ready']
    }
  }, [])
  return <Report outcome={outcome} dollars={dollars} parts={partsOf(location.hash)} today={today} version={version} />
}

/** A text as CSS takes it in `content`. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\\n\r]/g, (letter) => `\\${letter.codePointAt(0)!.toString(16)} `)}"`

/** The parts that the address names; all if it names none. */
function partsOf(hash: string): readonly ReportPart[] {
  const named = new URLSearchParams(hash.split('?')[1]).get('parts')?.split(',')
  return named ? REPORT_PARTS.filter((part) => named.includes(part)) : REPORT_PARTS
}
