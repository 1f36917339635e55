import { workLanes, type SharedLanes } from '../../formula'
import type { Batch } from '.'

/**
 * Threads that compute draws. The program and all that draws have in common go to each thread once; then batches are
 * dealt out in turn. Results are bit-identical whichever thread computes a batch.
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

  /** Computes a batch, in this thread if one of the others has crashed. */
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

/** The crew's end of a thread. */
export interface Helper {
  post(message: Asked): void
  hear(listener: (answer: Found) => void): void
  /** Called when the thread could not be loaded or has crashed. */
  lost(listener: () => void): void
}

/** What a thread is sent: what all draws from here on have in common, or a batch of them. */
export type Asked =
  { readonly shared: SharedLanes } | { readonly number: number; readonly values: Float64Array; readonly count: number }

export interface Found {
  readonly number: number
  readonly found: Float64Array
}

/** The thread's end: answers what it is asked. @param answer sends the result and transfers its buffer */
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
