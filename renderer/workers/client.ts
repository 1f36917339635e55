import type { Job, Progress, Results } from '../../shared/analysis/jobs'
import type { Reply, Request } from './messages'

/** The result of a job. */
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
 * The page's side of a worker, which is started with the first job or ahead of it. If its jobs share no state worth
 * keeping, the worker is terminated with a canceled job, so that a long step ends with it.
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
      // The caller no longer waits: later messages about the job are ignored.
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

  /** Loads the worker before its first job, while the host that served the page is known to be there. */
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

  /** Other jobs start over with the next worker. */
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

  /** The worker could not be loaded or has crashed: the next job starts another. */
  private lost(): void {
    this.worker = undefined
    for (const { end } of this.open.values())
      end({ failed: 'The part of the program that works this out has stopped.' })
    this.open.clear()
  }
}

const worker = () => new Worker(new URL('analyses.ts', import.meta.url), { type: 'module' })

/**
 * The workers of this page: one for quick answers, one for the simulation, and one whose simulation follows every edit. It
 * is kept, because a new worker would take longer to start than its first draws take.
 */
export const analyst = new Analyst(worker, 'what jobs have in common')
export const simulator = new Analyst(worker, 'nothing')
export const follower = new Analyst(worker, 'what jobs have in common')
