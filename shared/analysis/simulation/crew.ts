import { workLanes, type SharedLanes } from '../../formula'
import type { Batch } from '.'

/**
 * Threads that compute draws, started with the first batch that is asked of them. The program goes to each thread once,
 * which keeps it for the cases after an edit; what the draws of a case have in common goes to each once a case; then
 * batches are dealt out in turn. Results are bit-identical whichever thread computes a batch.
 */
export class Crew {
  private shared: Partial<SharedLanes> = {}
  private readonly open = new Map<number, (found: Float64Array | Lost) => void>()
  private batches = 0
  private lost = false
  private helpers: readonly Helper[] = []

  /** @param size the number of threads */
  constructor(
    readonly size: number,
    private readonly start: () => Helper,
  ) {}

  get isStarted(): boolean {
    return this.helpers.length > 0
  }

  /** Computes a batch, in this thread if one of the others has crashed. */
  async work(shared: SharedLanes, { values, count }: Batch): Promise<Float64Array> {
    const found = this.lost ? 'lost' : await this.ask(shared, values, count)
    return found === 'lost' ? workLanes(shared, values, count) : found
  }

  private ask(shared: SharedLanes, values: Float64Array, count: number): Promise<Float64Array | Lost> {
    const { program, slots } = shared
    if (!this.isStarted) this.helpers = Array.from({ length: this.size }, () => this.startOne())
    if (this.shared.program !== program) this.tell({ program })
    if (this.shared.slots !== slots) this.tell({ slots })
    this.shared = shared
    const number = this.batches++
    return new Promise((resolve) => {
      this.open.set(number, resolve)
      this.helpers[number % this.size]!.post({ number, values, count })
    })
  }

  private startOne(): Helper {
    const helper = this.start()
    helper.hear(({ number, found }) => this.end(number, found))
    helper.lost(() => {
      this.lost = true
      for (const number of this.open.keys()) this.end(number, 'lost')
    })
    return helper
  }

  private tell(message: Asked): void {
    for (const helper of this.helpers) helper.post(message)
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

/** What a thread is sent: the program or the values that all draws from here on have in common, or a batch of draws. */
export type Asked =
  | { readonly program: SharedLanes['program'] }
  | { readonly slots: SharedLanes['slots'] }
  | { readonly number: number; readonly values: Float64Array; readonly count: number }

export interface Found {
  readonly number: number
  readonly found: Float64Array
}

/** The thread's end: answers what it is asked. @param answer sends the result and transfers its buffer */
export function helping(answer: (found: Found, handedOver: ArrayBufferLike[]) => void): (asked: Asked) => void {
  let shared: Partial<SharedLanes> = {}
  return (asked) => {
    if (!('values' in asked)) {
      shared = { ...shared, ...asked }
      return
    }
    const found = workLanes(shared as SharedLanes, asked.values, asked.count)
    answer({ number: asked.number, found }, [found.buffer])
  }
}
