import { Crew, type Found, type Helper } from '../../shared/analysis/simulation/crew'

/** Beyond this, threads would only wait for the one that draws and collects. */
const MOST = 8

/** One worker per processor, or none if there is only one. They end with the worker that starts them. */
export function crew(): Crew | undefined {
  const size = Math.min(MOST, navigator.hardwareConcurrency)
  return size > 1 ? new Crew(size, helper) : undefined
}

function helper(): Helper {
  const worker = new Worker(new URL('draws.ts', import.meta.url), { type: 'module' })
  return {
    post: (message) => worker.postMessage(message),
    hear: (listener) => worker.addEventListener('message', ({ data }: { data: Found }) => listener(data)),
    lost: (listener) => worker.addEventListener('error', listener),
  }
}
