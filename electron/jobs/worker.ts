// The thread for longer work: it reads the data through its own connections and blocks nothing.
import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'

import { Refused } from '../refused'
import { work, type Answer, type Asked } from './work'

const port = parentPort!

// Edits take priority where there is more work than processors. Only Linux has per-thread priorities.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

port.on('message', ({ number, name, args }: Asked) => {
  Promise.resolve()
    .then(() => (work[name] as (...all: readonly unknown[]) => unknown)(...args))
    .then(
      (value): Answer => ({ number, ok: true, value }),
      (error: unknown): Answer => ({
        number,
        ok: false,
        error: {
          message: error instanceof Error ? error.message : String(error),
          refused: error instanceof Refused ? error.code : undefined,
        },
      }),
    )
    .then((answer) => port.postMessage(answer))
    .catch((error: unknown) => {
      throw error
    })
})
