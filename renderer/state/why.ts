import { create } from 'zustand'

import type { View } from '../../shared/model'

/**
 * A figure that Why explains: a line of the model, in a year if it is a row; an input by its id; the earliest retirement
 * age of a path, which is found by search; or how often each path comes out ahead in the simulations. A line may refer to
 * retirement at another age; so do the steps that follow it.
 */
export type Question =
  | { readonly kind: 'line'; readonly line: string; readonly year?: number; readonly retiringAt?: number }
  | { readonly kind: 'input'; readonly input: string }
  | { readonly kind: 'earliest'; readonly path: string; readonly view: View }
  | { readonly kind: 'simulation' }

interface Why {
  /** The trail from the first question to the current one; empty if Why is closed. */
  readonly way: readonly Question[]
  /** A new question, from a page. */
  ask(question: Question): void
  /** One step further down. */
  follow(question: Question): void
  /** Back to an earlier step. */
  back(step: number): void
  close(): void
}

/** Where the focus was when the first question was asked; it returns there. */
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
    // After the drawer is gone; an element of another page cannot take the focus.
    if (back instanceof HTMLElement) requestAnimationFrame(() => back.isConnected && back.focus())
  },
}))
