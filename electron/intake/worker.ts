// The reader's own thread: a document that takes too much time or memory ends this thread only.
import { parentPort, workerData } from 'node:worker_threads'

import { readFile } from '../../shared/intake/read'
import { readDocument } from './read-document'
import { Unreadable } from './unreadable'

const { bytes, name } = workerData as { bytes: Uint8Array; name: string }

try {
  const document = await readDocument(bytes, name)
  parentPort!.postMessage({ read: readFile(document), document })
} catch (error) {
  parentPort!.postMessage(
    error instanceof Unreadable
      ? { unreadable: error.message }
      : { failed: error instanceof Error ? error.message : String(error) },
  )
}
