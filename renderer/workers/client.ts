import type { Job, Progress, Results } from '../../shared/analysis/jobs'
import type { Reply, Request } from './messages'

/** What comes of a job. */
export type End<Kind extends keyof Results> =
  { readonly result: Results[Kind] } | { readonly left: true } | { readonly failed: string }

export interface Running<Kind extends keyof Results> {
  readonly end: Promise<End<Kind>>
  leave(): void
}

interface Open {
  readonly job: Job
  progress(progress: Progress): void
  end(end: End<keyof Results>): void
}

/**
 * The page's side of a worker. The worker is started with the first job, or before it. Where its jobs have nothing in common that it
 * could keep for the next, it is ended with the job that is left: a step that goes on for a second ends with it.
 */
export class Analyst {
  private worker: Worker | undefined
  private readonly open = new Map<number, Open>()
  private runs = 0

  constructor(
    private readonly start: () => Worker,
    private readonly keeps: 'what jobs have in common' | 'nothing',
  ) {}

  run<Kind extends keyof Results>(
    job: Extract<Job, { kind: Kind }>,
    onProgress: (progress: Progress) => void = () => undefined,
  ): Running<Kind> {
    const run = ++this.runs
    const end = new Promise<End<keyof Results>>((resolve) =>
      this.open.set(run, { job, progress: onProgress, end: resolve }),
    )
    this.ask({ run, job })
    return {
      end: end as Promise<End<Kind>>,
      // Who asks waits for nothing: what the worker still says of the job is not heard.
      leave: () => {
        const left = this.open.get(run)
        if (!left) return
        this.open.delete(run)
        if (this.keeps === 'nothing') this.endWorker()
        else this.ask({ leave: run })
        left.end({ left: true })
      },
    }
  }

  /** Fetches the worker ahead of its first job, while the host that served the page is there for certain. */
  prepare(): void {
    this.started()
  }

  private ask(request: Request): void {
    this.started().postMessage(request)
  }

  private started(): Worker {
    if (!this.worker) {
      const worker = this.start()
      worker.addEventListener('error', () => this.lost())
      worker.addEventListener('message', ({ data }: { data: Reply }) => this.hear(data))
      this.worker = worker
    }
    return this.worker
  }

  /** What others have asked meanwhile begins anew with the next worker. */
  private endWorker(): void {
    this.worker?.terminate()
    this.worker = undefined
    for (const [run, { job }] of this.open) this.ask({ run, job })
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
    this.worker = undefined
    for (const { end } of this.open.values())
      end({ failed: 'The part of the program that works this out has stopped.' })
    this.open.clear()
  }
}

const worker = () => new Worker(new URL('analyses.ts', import.meta.url), { type: 'module' })

/** The workers of this page: one for what answers at once, one for the simulation, which takes its time. */
export const analyst = new Analyst(worker, 'what jobs have in common')
export const simulator = new Analyst(worker, 'nothing')
