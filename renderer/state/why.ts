import { create } from 'zustand'

/** A figure of which somebody asks why: a line of the model, in a year if it is a row; or an input by its id. */
export type Question =
  | { readonly kind: 'line'; readonly line: string; readonly year?: number }
  | { readonly kind: 'input'; readonly input: string }

interface Why {
  /** The way from the first question to the one that is answered now; empty: nothing is asked. */
  readonly way: readonly Question[]
  /** A new question, from a page. */
  ask(question: Question): void
  /** One step further down. */
  follow(question: Question): void
  /** Back to a step of the way. */
  back(step: number): void
  close(): void
}

/** Where the focus was when the first question was asked: it goes back there. */
let from: Element | null = null

export const useWhy = create<Why>()((set) => ({
  way: [],
  ask: (question) => {
    from = document.activeElement
    set({ way: [question] })
  },
  follow: (question) => set(({ way }) => ({ way: [...way, question] })),
  back: (step) => set(({ way }) => ({ way: way.slice(0, step + 1) })),
  close: () => {
    const back = from
    from = null
    set(({ way }) => (way.length > 0 ? { way: [] } : {}))
    // After the drawer is gone; an element of a page that has been left takes no focus.
    if (back instanceof HTMLElement) requestAnimationFrame(() => back.isConnected && back.focus())
  },
}))
