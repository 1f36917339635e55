import { workLanes, type SharedLanes } from '../../formula'
import type { Batch } from '.'

/**
 * Threads that work draws. What all draws share goes to each of them once; then batches go around, and what is found comes
 * back. Which thread works a batch changes no digit of it.
 */
export class Crew {
  private shared: SharedLanes | undefined
  private readonly open = new Map<number, (found: Float64Array | Lost) => void>()
  private batches = 0
  private lost = false

  constructor(private readonly helpers: readonly Helper[]) {
    for (const helper of helpers) {
      helper.hear(({ number, found }) => this.end(number, found))
      helper.lost(() => {
        this.lost = true
        for (const number of this.open.keys()) this.end(number, 'lost')
      })
    }
  }

  get size(): number {
    return this.helpers.length
  }

  /** Works a batch; in this thread if one of the others has broken down. */
  async work(shared: SharedLanes, { values, count }: Batch): Promise<Float64Array> {
    const found = this.lost ? 'lost' : await this.ask(shared, values, count)
    return found === 'lost' ? workLanes(shared, values, count) : found
  }

  private ask(shared: SharedLanes, values: Float64Array, count: number): Promise<Float64Array | Lost> {
    if (this.shared !== shared) for (const helper of this.helpers) helper.post({ shared })
    this.shared = shared
    const number = this.batches++
    return new Promise((resolve) => {
      this.open.set(number, resolve)
      this.helpers[number % this.size]!.post({ number, values, count })
    })
  }

  private end(number: number, found: Float64Array | Lost): void {
    this.open.get(number)?.(found)
    this.open.delete(number)
  }
}

type Lost = 'lost'

/** The crew's side of a thread. */
export interface Helper {
  post(message: Asked): void
  hear(listener: (answer: Found) => void): void
  /** Calls when the thread could not be loaded or has broken down. */
  lost(listener: () => void): void
}

/** What a thread is told: what all draws share from here on, or a batch of them. */
export type Asked =
  { readonly shared: SharedLanes } | { readonly number: number; readonly values: Float64Array; readonly count: number }

export interface Found {
  readonly number: number
  readonly found: Float64Array
}

/** The thread's side: answers what it is asked. @param answer hands the found values over, which nobody here needs again */
export function helping(answer: (found: Found, handedOver: ArrayBufferLike[]) => void): (asked: Asked) => void {
  let shared: SharedLanes | undefined
  return (asked) => {
    if ('shared' in asked) {
      shared = asked.shared
      return
    }
    const found = workLanes(shared!, asked.values, asked.count)
    answer({ number: asked.number, found }, [found.buffer])
  }
}
