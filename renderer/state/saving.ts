import type { Case } from '../../shared/case/schema'
import type { Host, Refusal, StoredCase } from '../../shared/host'

/** What the saver needs of the store. */
export interface Ledger {
  readonly host: Host
  readonly caseId: string | undefined
  readonly document: Case | undefined
  /** The document as the host has it. */
  readonly stored: Case | undefined
  readonly revision: number
  readonly saved: 'saved' | 'saving' | 'failed'
}

export interface Outcome {
  saved?: 'saved' | 'saving' | 'failed'
  refusal?: Refusal | undefined
  stored?: Case
  revision?: number
}

export interface Saver {
  /** Resolves when everything is stored, or cannot be for now. */
  save(): Promise<void>
  /** Another window has stored this revision; `Infinity` if unknown which. */
  catchUp(revision: number): Promise<void>
}

/** Milliseconds until the next automatic retry: half a second at first, at most half a minute. */
const wait = (tries: number) => Math.min(30_000, 500 * 2 ** tries)

/** Temporary failures; any other recurs until the case changes. */
const passing = (code: Refusal['code']) => code === 'unavailable' || code === 'disk' || code === 'internal'

/**
 * Saves one document at a time, always the newest: edits made during a save go with the next one. If another window has
 * stored a change meanwhile, it is merged first. A failure keeps everything; temporary ones are retried automatically.
 * @param adopt merges what another window has stored
 */
export function saverFor(
  read: () => Ledger,
  write: (outcome: Outcome) => void,
  adopt: (theirs: StoredCase) => void,
): Saver {
  let running: Promise<void> | undefined
  /** The newest revision of the open case that this window was told about. */
  let told = { caseId: '', revision: 0 }
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const later = () => {
    timer = setTimeout(() => void save(), wait(tries++))
  }
  const behind = () => told.caseId === read().caseId && told.revision > read().revision
  const upToDate = (caseId: string) => {
    if (told.caseId === caseId) told = { caseId, revision: 0 }
  }

  const run = async () => {
    clearTimeout(timer)
    // Must be sequential.
    /* oxlint-disable no-await-in-loop */
    for (;;) {
      const { host, caseId, document, stored, revision, saved } = read()
      if (!caseId || !document) {
        tries = 0
        return
      }
      if (behind()) {
        const answer = await host.call('openCase', { id: caseId })
        if (read().caseId !== caseId) continue
        if (!answer.ok) {
          if (passing(answer.error.code)) later()
          const { document: now, stored: then } = read()
          if (now !== then || !passing(answer.error.code)) write({ saved: 'failed', refusal: answer.error })
          return
        }
        upToDate(caseId)
        if (answer.value.revision !== read().revision) adopt(answer.value)
        continue
      }
      if (document === stored) {
        tries = 0
        return write({ saved: 'saved', refusal: undefined })
      }
      // An automatic retry leaves the last message in place.
      if (saved !== 'failed') write({ saved: 'saving' })
      const answer = await host.call('saveCase', { id: caseId, revision, document })
      if (read().caseId !== caseId) continue
      if (answer.ok) {
        write({ stored: document, revision: answer.value.revision })
      } else if (answer.error.code === 'conflict') {
        told = { caseId, revision: Infinity }
      } else {
        if (passing(answer.error.code)) later()
        return write({ saved: 'failed', refusal: answer.error })
      }
    }
    /* oxlint-enable no-await-in-loop */
  }
  const save = () => {
    running ??= run().finally(() => (running = undefined))
    return running
  }
  return {
    save,
    catchUp(revision) {
      const caseId = read().caseId ?? ''
      told = { caseId, revision: Math.max(revision, told.caseId === caseId ? told.revision : 0) }
      return save()
    },
  }
}
