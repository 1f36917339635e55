import type { Job, Progress, Results } from '../../shared/analysis/jobs'
import type { Line, Reply, Request } from './messages'

/** What comes of a job. */
export type End<Kind extends keyof Results> =
  { readonly result: Results[Kind] } | { readonly left: true } | { readonly failed: string }

export interface Running<Kind extends keyof Results> {
  readonly end: Promise<End<Kind>>
  leave(): void
}

/** The page's side of a worker. The worker is started with the first job. */
export class Analyst {
  private line: Line<Request, Reply> | undefined
  private readonly open = new Map<number, { progress(progress: Progress): void; end(end: End<keyof Results>): void }>()
  private runs = 0

  constructor(private readonly start: () => Worker) {}

  run<Kind extends keyof Results>(
    job: Extract<Job, { kind: Kind }>,
    onProgress: (progress: Progress) => void = () => undefined,
  ): Running<Kind> {
    const run = ++this.runs
    const end = new Promise<End<keyof Results>>((resolve) => this.open.set(run, { progress: onProgress, end: resolve }))
    this.connect().postMessage({ run, job })
    return {
      end: end as Promise<End<Kind>>,
      // Who asks waits for nothing: the worker stops at its next step, and what it still says is not heard.
      leave: () => {
        const job = this.open.get(run)
        if (!job) return
        this.open.delete(run)
        this.line?.postMessage({ leave: run })
        job.end({ left: true })
      },
    }
  }

  private connect(): Line<Request, Reply> {
    if (this.line) return this.line
    const worker = this.start()
    worker.addEventListener('error', () => this.lost())
    worker.addEventListener('message', ({ data }: { data: Reply }) => this.hear(data))
    return (this.line = worker)
  }

  private hear(reply: Reply): void {
    const job = this.open.get(reply.run)
    if (!job) return
    if ('progress' in reply) return job.progress(reply.progress)
    this.open.delete(reply.run)
    const { run: _, ...end } = reply
    job.end(end)
  }

  /** The worker could not be loaded or has broken down: the next job starts another. */
  private lost(): void {
    this.line = undefined
    for (const { end } of this.open.values())
      end({ failed: 'The part of the program that works this out has stopped.' })
    this.open.clear()
  }
}

const worker = () => new Worker(new URL('analyses.ts', import.meta.url), { type: 'module' })

/** The workers of this page: one for what answers at once, one for the simulation, which takes its time. */
export const analyst = new Analyst(worker)
export const simulator = new Analyst(worker)
