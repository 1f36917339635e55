import type { Case } from '../../shared/case/schema'
import type { Host, Refusal } from '../../shared/host'

/** What the saver needs of the store. */
export interface Ledger {
  readonly host: Host
  readonly caseId: string | undefined
  readonly document: Case | undefined
  /** The document as the host has it. */
  readonly stored: Case | undefined
  readonly revision: number
}

export interface Outcome {
  saved?: 'saved' | 'saving' | 'failed'
  refusal?: Refusal | undefined
  stored?: Case
  revision?: number
}

/**
 * Saves one document at a time, always the newest: edits made while a save is on its way go with the next one. Stops at
 * a refusal and keeps everything; the next edit or `retry` tries again.
 */
export function saverFor(read: () => Ledger, write: (outcome: Outcome) => void): () => Promise<void> {
  let running: Promise<void> | undefined
  const run = async () => {
    for (;;) {
      const { host, caseId, document, stored, revision } = read()
      if (!caseId || !document) return
      if (document === stored) return write({ saved: 'saved', refusal: undefined })
      write({ saved: 'saving' })
      // One after the other is the point.
      // oxlint-disable-next-line no-await-in-loop
      const answer = await host.call('saveCase', { id: caseId, revision, document })
      if (!answer.ok) return write({ saved: 'failed', refusal: answer.error })
      write({ stored: document, revision: answer.value.revision })
    }
  }
  return () => {
    running ??= run().finally(() => (running = undefined))
    return running
  }
}
