import { create } from 'zustand'

import type { CaseFileContent } from '../../shared/host'
import { importCase, inspectCaseFile, type CaseFile, type Done } from './cases'
import type { CaseSummary } from '../../shared/host'

interface Importing {
  /** The chosen file, not yet imported. */
  readonly file: CaseFile | undefined
  /** Its content; undefined while its passphrase is needed. */
  readonly content: CaseFileContent | undefined
  /** Why it is still locked. */
  readonly locked: string | undefined
  /** Whether there has been one: what shows it stays, since it leads the keyboard back when it closes. */
  readonly shown: boolean
  /** Opens a file for a look, with a passphrase if protected. @returns a sentence if that is impossible */
  look(file: CaseFile, passphrase?: string): Promise<Done>
  take(): Promise<Done<CaseSummary>>
  leave(): void
}

/** A passphrase is kept no longer than the file is open. */
let given: string | undefined

const NOTHING = { file: undefined, content: undefined, locked: undefined }

/** A case file between being chosen and being imported. */
export const useImporting = create<Importing>()((set, get) => ({
  ...NOTHING,
  shown: false,
  async look(file, passphrase) {
    const answer = await inspectCaseFile(file, passphrase)
    given = passphrase
    if (answer.ok) set({ file, content: answer.value, locked: undefined, shown: true })
    else if (answer.error.code === 'locked')
      set({ file, content: undefined, locked: answer.error.message, shown: true })
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
