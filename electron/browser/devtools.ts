/** The protocol of a Chromium started with `--remote-debugging-pipe`: JSON messages, each terminated by NUL. */
interface Pipes {
  readonly incoming: NodeJS.ReadableStream
  readonly outgoing: NodeJS.WritableStream
}

interface Answer {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/**
 * Sends commands to a Chromium over its pipe (https://chromedevtools.github.io/devtools-protocol/). Events are ignored.
 */
export class DevTools {
  private readonly waiting = new Map<number, PromiseWithResolvers<unknown>>()
  private last = 0
  private ended: Error | undefined

  constructor(private readonly pipes: Pipes) {
    let begun: Buffer[] = []
    pipes.incoming.on('data', (chunk: Buffer) => {
      let from = 0
      for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
        this.hear(Buffer.concat([...begun, chunk.subarray(from, end)]).toString('utf8'))
        begun = []
        from = end + 1
      }
      begun.push(chunk.subarray(from))
    })
    const end = () => this.end(new Error('the browser has ended'))
    pipes.incoming.on('close', end).on('end', end).on('error', end)
    pipes.outgoing.on('error', end)
  }

  /** @throws Error with the browser's own message, or saying that it has exited */
  send<Result>(method: string, params: object = {}, sessionId?: string): Promise<Result> {
    if (this.ended) return Promise.reject(this.ended)
    const id = ++this.last
    const answer = Promise.withResolvers<unknown>()
    this.waiting.set(id, answer)
    this.pipes.outgoing.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`)
    return answer.promise as Promise<Result>
  }

  get isOpen(): boolean {
    return this.ended === undefined
  }

  /** Reject everything still pending. */
  end(reason: Error): void {
    this.ended ??= reason
    for (const { reject } of this.waiting.values()) reject(this.ended)
    this.waiting.clear()
  }

  private hear(text: string): void {
    const { id, result, error } = JSON.parse(text) as Answer
    const answer = id === undefined ? undefined : this.waiting.get(id)
    if (id === undefined || !answer) return
    this.waiting.delete(id)
    if (error) answer.reject(new Error(error.message))
    else answer.resolve(result)
  }
}
