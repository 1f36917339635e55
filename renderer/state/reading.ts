import { create } from 'zustand'

import type { Reading } from '../../shared/host'
import { DOCUMENT_ENDINGS, LARGEST_DOCUMENT } from '../../shared/intake/document'
import { createCase } from './cases'
import { chosenFiles } from './files'
import { useStore } from './store'

/** A document that has been read but not completely reviewed. */
export interface Open extends Reading {
  readonly key: string
  readonly name: string
  /** Base64. */
  readonly content: string
  /** The id under which it is stored with the case; null before anything is taken from it. */
  readonly kept: string | null
  /** Where several files are reviewed as one, each as it was read; this one's first. */
  readonly parts?: readonly Open[]
  /** The quote to show first: the one that led here. */
  readonly shown?: { readonly place: string; readonly words: string }
}

/** The owner's response to a term of a letter. */
export interface Answer {
  /** Undefined until the owner responds. */
  readonly taken?: boolean
  /** The correction typed or chosen by the owner. */
  readonly text?: string
  /** Why the correction is invalid. */
  readonly problem?: string | undefined
}

/** A chosen or dropped file, pasted text, or a file the host has read, in base64. */
type Given =
  File | { readonly name: string; readonly text: string } | { readonly name: string; readonly content: string }

interface ReadingState {
  /** The case for which these are reviewed. */
  readonly caseId: string | undefined
  /** The first is shown. */
  readonly open: readonly Open[]
  /** The file being read now. */
  readonly busy: string | undefined
  /** Messages about files that could not be read. */
  readonly refused: readonly string[]
  /** Reads files one after another, for the open case or for a new one. */
  add(files: readonly Given[]): Promise<void>
  /** Reads a stored document of the open case again, at a quote if one is given. */
  again(document: string, shown?: Open['shown']): Promise<void>
  /** Responses to the terms of the letter being shown, by proposal id; they survive leaving the page. */
  readonly answers: Readonly<Record<string, Answer>>
  /** The destination of each of its offers. */
  readonly targets: Readonly<Record<string, string>>
  answer(given: Readonly<Record<string, Answer>>): void
  aim(key: string, target: string): void
  /** Has the files that are reviewed together reviewed one by one. */
  apart(key: string): void
  /** Closes the document being shown. */
  leave(): void
  forgetRefused(): void
}

const keyed = (one: Omit<Open, 'key'>): Open => ({ ...one, key: crypto.randomUUID() })

export const useReading = create<ReadingState>()((set, get) => {
  const host = () => useStore.getState().host
  /** Ends reviews of another case. */
  const forCase = (caseId: string | undefined) => {
    if (get().caseId !== caseId) set({ caseId, open: [], refused: [], answers: {}, targets: {} })
  }
  const enqueue = (one: Omit<Open, 'key'>) => set({ open: [...get().open, keyed(one)] })
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
      const found: Open[] = []
      for (const file of files) {
        const { name } = file
        set({ busy: name })
        // Sequential: each takes a thread and memory of its own.
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
        else found.push(keyed({ name: name.slice(0, 200), content, kept: null, ...answer.value }))
      }
      const groups = found.length > 1 ? await joined(found) : found
      set({ busy: undefined, open: [...get().open, ...groups] })
      if (inCase !== undefined) return useStore.getState().setPage('documents')
      const first = found[0]?.name
      if (first === undefined) return
      // A case is created only for files that could be read.
      const done = await createCase({ name: withoutEnding(first).slice(0, 80) }, 'documents')
      if (!done.ok) return refuse(done.message)
      set({ caseId: done.value.id })
    },
    async again(document, shown) {
      const { caseId } = useStore.getState()
      if (!caseId) return
      forCase(caseId)
      set({ busy: 'the document', refused: [] })
      const answer = await host().call('openDocument', { id: caseId, document })
      set({ busy: undefined })
      if (answer.ok) enqueue({ ...answer.value, kept: document, ...(shown && { shown }) })
      else set({ refused: [answer.error.message] })
    },
    apart: (key) => set({ open: get().open.flatMap((one) => (one.key === key && one.parts ? one.parts : [one])) }),
    leave: () => set({ open: get().open.slice(1), answers: {}, targets: {} }),
    forgetRefused: () => set({ refused: [] }),
  }
})

/** Files that are reviewed together, as one. The names of accounts by which years are compared load with them. */
async function joined(files: readonly Open[]): Promise<readonly Open[]> {
  const { joinFiles } = await import('../../shared/intake/join')
  return joinFiles(files).map(({ at, read, beside }) => {
    const one = files[at]!
    return beside.length === 0 ? one : keyed({ ...one, read, parts: [one, ...beside.map((other) => files[other]!)] })
  })
}

/** Asks the user for letters and books, and reads them. */
export async function chooseDocuments(): Promise<void> {
  const files = await chosenFiles(DOCUMENT_ENDINGS.join())
  if (files.length > 0) await useReading.getState().add(files)
}

const withoutEnding = (name: string): string => name.replace(/\.[a-z0-9]{1,5}$/i, '') || name

/** Undefined for a file that is too large or no longer exists. */
async function base64Of(file: Given): Promise<string | undefined> {
  if ('content' in file) return file.content
  const blob = 'text' in file && typeof file.text === 'string' ? new Blob([file.text]) : (file as File)
  if (blob.size > LARGEST_DOCUMENT) return undefined
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve((reader.result as string).replace(/^[^,]*,/, '')))
    reader.addEventListener('error', () => resolve(undefined))
    reader.readAsDataURL(blob)
  })
}
