import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'

// An import would load all that the module exports; it is needed for a moment at a start.
const { connect, createServer } = process.getBuiltinModule('node:net')

/**
 * A second start on the same data does not open them again: it asks the program that has them, over a socket in the data
 * folder that only this person can use, and is given an address for another window, or told that the window that is open
 * has been brought to the front.
 */
const answerSchema = z.union([z.object({ address: z.url() }), z.object({ shown: z.literal(true) })])
export type Answer = z.output<typeof answerSchema>

const QUESTION = 'open another window\n'

/** Windows has its sockets in a place of their own; the name is this person's and this folder's. */
function socketOf(folder: string): string {
  if (process.platform !== 'win32') return join(folder, 'running.sock')
  const name = createHash('sha256')
    .update(`${userInfo().username}\n${resolve(folder)}`)
    .digest('hex')
    .slice(0, 32)
  return `\\\\.\\pipe\\sell-or-stay-${name}`
}

/**
 * Answers those starts; only the program that holds the lock of the folder may. Where no socket can be made (its path may
 * have about a hundred letters) a second start says where the first one is.
 * @returns how to stop
 */
export function answerStarts(folder: string, answer: () => Answer, log: (text: string) => void): () => void {
  const path = socketOf(folder)
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    // Nothing is said before the question: on Windows others may listen, but not ask.
    let heard = ''
    socket.setEncoding('utf8').on('data', (text: string) => {
      heard += text
      if (heard === QUESTION) socket.end(`${JSON.stringify(answer())}\n`)
      else if (!QUESTION.startsWith(heard)) socket.destroy()
    })
  })
  server.on('error', (error) => log(`a second start cannot ask this one: ${error.message}`))
  if (process.platform !== 'win32') rmSync(path, { force: true }) // left by a program that was killed
  server.listen(path) // for this person alone: see makeAllPrivate
  server.unref()
  return () => void server.close()
}

/** @returns undefined if nobody answers within some seconds */
export function askRunning(folder: string): Promise<Answer | undefined> {
  return new Promise((done) => {
    const socket = connect(socketOf(folder))
    let text = ''
    const end = () => {
      socket.destroy()
      try {
        done(answerSchema.safeParse(JSON.parse(text)).data)
      } catch {
        done(undefined)
      }
    }
    socket.setTimeout(5000, end).on('error', end).on('end', end)
    socket.setEncoding('utf8').on('data', (part: string) => (text += part))
    socket.write(QUESTION)
  })
}
