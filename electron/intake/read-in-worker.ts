import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

import type { Reading } from '../../shared/host'
import { LIMITS } from './limits'
import { Unreadable } from './unreadable'

type Answer = Reading | { readonly unreadable: string } | { readonly failed: string }

/** Reads a document in its own thread, which is terminated at the time or memory limit. @throws Unreadable */
export function readInWorker(bytes: Uint8Array, name: string): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program(), {
      workerData: { bytes: new Uint8Array(bytes), name },
      resourceLimits: { maxOldGenerationSizeMb: 512 },
      // Libraries log warnings that the owner can do nothing about.
      stdout: true,
      stderr: true,
    })
    const timer = setTimeout(() => {
      fail(
        `Reading took longer than ${LIMITS.milliseconds / 1000} seconds and was ended; nothing was read. Save the pages with the terms as a file of their own.`,
      )
    }, LIMITS.milliseconds)
    const end = (): void => {
      clearTimeout(timer)
      void worker.terminate()
    }
    const fail = (sentence: string): void => {
      end()
      reject(new Unreadable(sentence))
    }
    worker.once('message', (answer: Answer) => {
      if ('unreadable' in answer) fail(answer.unreadable)
      else if ('failed' in answer)
        fail(
          `The file is damaged or of a kind that is not known (${answer.failed}); nothing was read. Save it as PDF or plain text.`,
        )
      else {
        end()
        resolve(answer)
      }
    })
    worker.once('error', (error) =>
      fail(
        `The file could not be read to its end (${error.message}); nothing was read. Save the pages with the terms as a file of their own.`,
      ),
    )
  })
}

/** The built worker is beside the programs, whichever chunk this code was bundled into. */
function program(): string {
  const places = ['./reader.js', '../reader.js'].map((place) => fileURLToPath(new URL(place, import.meta.url)))
  return places.find((place) => existsSync(place)) ?? places[0]!
}
