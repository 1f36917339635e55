import type { Line, Reply, Request } from '../../../renderer/workers/messages'
import { serve } from '../../../renderer/workers/serve'

type Listener = (event: { data: never }) => void

/** Replaces `Worker` where there is none: the same code behind the same messages, copied as a worker's are. */
export class InProcessWorker {
  private readonly inside: Listener[] = []
  private readonly outside: Listener[] = []
  private readonly asked: number[] = []
  ended = false

  constructor() {
    const line: Line<Reply, Request> = {
      postMessage: (reply) => this.deliver(this.outside, reply),
      addEventListener: (_, listener) => void this.inside.push(listener as Listener),
    }
    serve(line)
  }

  postMessage(request: Request): void {
    if ('run' in request) this.asked.push(request.run)
    this.deliver(this.inside, request)
  }

  /** Its messages are ignored from now on; being in the same process, it only stops at its next step. */
  terminate(): void {
    this.ended = true
    this.outside.length = 0
    for (const leave of this.asked) this.deliver(this.inside, { leave })
  }

  addEventListener(type: string, listener: Listener): void {
    if (type === 'message') this.outside.push(listener)
  }

  private deliver(listeners: readonly Listener[], message: unknown): void {
    const data = structuredClone(message) as never
    queueMicrotask(() => listeners.forEach((listener) => listener({ data })))
  }
}
