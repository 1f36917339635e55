import { READER_PARTS, type ReportAsked, type StoredCase } from '../../shared/host'
import { PARTS_ANALYZED, type AnalysesAsked } from '../../shared/present/report/analyzed'
import { withInitials } from '../../shared/present/report/initials'
import type { Jobs } from '../jobs/jobs'

type Asked = AnalysesAsked & { readonly names: 'full' | 'initials' }

/** The most that are kept: of a report in print, of one being prepared, and of those queued behind them. */
const MOST = 4

/** What a report asks for where nothing else is chosen, as its page does. */
export const askedIn = ({ dollars, parts, reader = 'owner', names = 'full' }: Omit<ReportAsked, 'id'>): Asked => ({
  dollars,
  parts: parts ?? READER_PARTS[reader],
  names,
})

/**
 * Analyses of reports, each begun when it is first asked for: by whoever requests the report, so that the figures are there
 * when its page has loaded, or by the page itself.
 */
export function analysesAhead(work: Jobs['reportAnalyses']): (stored: StoredCase, asked: Asked) => Promise<string> {
  const begun = new Map<string, Promise<string>>()
  return ({ id, revision, document }, { dollars, names, parts }) => {
    const wanted = PARTS_ANALYZED.filter((part) => parts.includes(part))
    const key = [id, revision, dollars, names, ...wanted].join()
    const known = begun.get(key)
    if (known) return known
    const found = work(names === 'initials' ? withInitials(document) : document, { dollars, parts: wanted })
    begun.set(key, found)
    for (const old of begun.keys()) if (begun.size > MOST) begun.delete(old)
    found.catch(() => begun.delete(key))
    return found
  }
}
