import { create } from 'zustand'

import type { CaseFileContent } from '../../shared/host'
import { importCase, inspectCaseFile, type CaseFile, type Done } from './cases'
import type { CaseSummary } from '../../shared/host'

interface Importing {
  /** The file that was chosen and is not imported yet. */
  readonly file: CaseFile | undefined
  /** What is in it; undefined as long as its passphrase is asked for. */
  readonly content: CaseFileContent | undefined
  /** Why it is still locked. */
  readonly locked: string | undefined
  /** Looks into a file, with a passphrase where it is protected. @returns the sentence where nothing can be done with it */
  look(file: CaseFile, passphrase?: string): Promise<Done>
  take(): Promise<Done<CaseSummary>>
  leave(): void
}

/** A passphrase is kept no longer than the file is looked at. */
let given: string | undefined

const NOTHING = { file: undefined, content: undefined, locked: undefined }

/** A case file between being chosen and being taken over. */
export const useImporting = create<Importing>()((set, get) => ({
  ...NOTHING,
  async look(file, passphrase) {
    const answer = await inspectCaseFile(file, passphrase)
    given = passphrase
    if (answer.ok) set({ file, content: answer.value, locked: undefined })
    else if (answer.error.code === 'locked') set({ file, content: undefined, locked: answer.error.message })
    else {
      get().leave()
      return { ok: false, message: answer.error.message }
    }
    return { ok: true, value: null }
  },
  async take() {
    const { file, leave } = get()
    const done = await importCase(file!, given)
    leave()
    return done
  },
  leave() {
    given = undefined
    set(NOTHING)
  },
}))
