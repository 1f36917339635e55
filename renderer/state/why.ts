import { create } from 'zustand'

import type { View } from '../../shared/model'

/**
 * A figure of which somebody asks why: a line of the model, in a year if it is a row; an input by its id; or the earliest
 * retirement age of a path, which a search finds. A line may be meant as it is with retirement at another age; so are
 * the steps that follow it.
 */
export type Question =
  | { readonly kind: 'line'; readonly line: string; readonly year?: number; readonly retiringAt?: number }
  | { readonly kind: 'input'; readonly input: string }
  | { readonly kind: 'earliest'; readonly path: string; readonly view: View }

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
