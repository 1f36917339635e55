import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import { Crew, type Found, type Helper } from '../../shared/analysis/simulation/crew'
import { programRoot } from '../root'

/** Beyond this, threads would only wait for the one that draws and collects. */
const MOST = 8

/** One thread per processor, for the duration of `work`. */
export async function withThreads<Result>(
  work: (crew: Crew) => Promise<Result>,
  count = Math.min(MOST, availableParallelism()),
): Promise<Result> {
  const workers: Worker[] = []
  const start = () => {
    const worker = new Worker(join(programRoot, 'out', 'main', 'draws.js'))
    workers.push(worker)
    return helper(worker)
  }
  try {
    return await work(new Crew(count, start))
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

const helper = (worker: Worker): Helper => ({
  post: (message) => worker.postMessage(message),
  hear: (listener) => void worker.on('message', (found: Found) => listener(found)),
  lost: (listener) => void worker.on('error', listener),
})
