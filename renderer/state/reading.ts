import { create } from 'zustand'

import type { Reading } from '../../shared/host'
import { LARGEST_DOCUMENT } from '../../shared/intake/document'
import { createCase } from './cases'
import { chosenFiles } from './files'
import { useStore } from './store'

/** A document that has been read and is not reviewed to its end. */
export interface Open extends Reading {
  readonly key: string
  readonly name: string
  /** Base64: it is kept with the case once something is taken from it. Undefined where it is kept already. */
  readonly content: string | undefined
  /** The id under which it is kept. */
  readonly kept: string | null
}

/** What the owner says to a term of a letter. */
export interface Answer {
  /** Undefined as long as nothing has been said. */
  readonly taken?: boolean
  /** What was typed or chosen in the place of what was read. */
  readonly text?: string
  /** Why that cannot stand. */
  readonly problem?: string | undefined
}

interface ReadingState {
  /** The case for which these are reviewed. */
  readonly caseId: string | undefined
  /** The first is shown. */
  readonly open: readonly Open[]
  /** The file that is being read now. */
  readonly busy: string | undefined
  /** Sentences on files that could not be read. */
  readonly refused: readonly string[]
  /** Reads files one after the other, for the case that is open, or for a new one. */
  add(files: readonly (File | { readonly name: string; readonly text: string })[]): Promise<void>
  /** Reads a document that is kept with the open case again. */
  again(document: string): Promise<void>
  /** Answers to the terms of the letter that is shown, by the id of the proposal; they outlive a look at another page. */
  readonly answers: Readonly<Record<string, Answer>>
  /** Where each of its offers goes. */
  readonly targets: Readonly<Record<string, string>>
  answer(given: Readonly<Record<string, Answer>>): void
  aim(key: string, target: string): void
  /** Leaves the document that is shown. */
  leave(): void
  forgetRefused(): void
}

/** The kinds of file that are read; what they are, their bytes say. */
const KINDS = '.pdf,.docx,.eml,.txt,.csv,.tsv,.xlsx'

export const useReading = create<ReadingState>()((set, get) => {
  const host = () => useStore.getState().host
  /** Reviews of another case are over. */
  const forCase = (caseId: string | undefined) => {
    if (get().caseId !== caseId) set({ caseId, open: [], refused: [], answers: {}, targets: {} })
  }
  const enqueue = (one: Omit<Open, 'key'>) => set({ open: [...get().open, { ...one, key: crypto.randomUUID() }] })
  return {
    caseId: undefined,
    open: [],
    busy: undefined,
    refused: [],
    answers: {},
    targets: {},
    answer: (given) => {
      const { answers } = get()
      const merged = Object.entries(given).map(([id, one]) => [id, { ...answers[id], ...one }] as const)
      set({ answers: { ...answers, ...Object.fromEntries(merged) } })
    },
    aim: (key, target) => set({ targets: { ...get().targets, [key]: target } }),
    async add(files) {
      const { caseId, page } = useStore.getState()
      const inCase = caseId !== undefined && page !== 'start' ? caseId : undefined
      forCase(inCase)
      set({ refused: [] })
      const refuse = (sentence: string) => set({ refused: [...get().refused, sentence] })
      let first: string | undefined
      for (const file of files) {
        const { name } = file
        set({ busy: name })
        // One after the other: each has a thread of its own, and memory for it.
        // oxlint-disable-next-line no-await-in-loop
        const content = await base64Of(file)
        if (content === undefined) {
          refuse(
            `“${name}” has more than the ${LARGEST_DOCUMENT / 1e6} MB that a document may have, or cannot be opened; nothing was read. Save it without pictures, or the pages with the terms alone.`,
          )
          continue
        }
        // oxlint-disable-next-line no-await-in-loop
        const answer = await host().call('readDocument', { name: name.slice(0, 200), content })
        if (!answer.ok) refuse(`“${name}”: ${answer.error.message}`)
        else {
          first ??= name
          enqueue({ name: name.slice(0, 200), content, kept: null, ...answer.value })
        }
      }
      set({ busy: undefined })
      if (inCase !== undefined) return useStore.getState().setPage('documents')
      if (first === undefined) return
      // Only what could be read is worth a case.
      const done = await createCase({ name: withoutEnding(first).slice(0, 80) }, 'documents')
      if (!done.ok) return refuse(done.message)
      set({ caseId: done.value.id })
    },
    async again(document) {
      const { caseId } = useStore.getState()
      if (!caseId) return
      forCase(caseId)
      set({ busy: 'the document', refused: [] })
      const answer = await host().call('openDocument', { id: caseId, document })
      set({ busy: undefined })
      if (answer.ok) enqueue({ ...answer.value, content: undefined, kept: document })
      else set({ refused: [answer.error.message] })
    },
    leave: () => set({ open: get().open.slice(1), answers: {}, targets: {} }),
    forgetRefused: () => set({ refused: [] }),
  }
})

/** Lets the person choose letters and books, and reads them. */
export async function chooseDocuments(): Promise<void> {
  const files = await chosenFiles(KINDS)
  if (files.length > 0) await useReading.getState().add(files)
}

const withoutEnding = (name: string): string => name.replace(/\.[a-z0-9]{1,5}$/i, '') || name

/** Undefined for a file that is too large, or that is gone. */
async function base64Of(file: File | { readonly name: string; readonly text: string }): Promise<string | undefined> {
  const blob = 'text' in file && typeof file.text === 'string' ? new Blob([file.text]) : (file as File)
  if (blob.size > LARGEST_DOCUMENT) return undefined
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve((reader.result as string).replace(/^[^,]*,/, '')))
    reader.addEventListener('error', () => resolve(undefined))
    reader.readAsDataURL(blob)
  })
}
