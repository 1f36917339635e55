import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'

// A static import would load the whole module; it is needed only briefly at startup.
const { connect, createServer } = process.getBuiltinModule('node:net')

/**
 * A second start on the same data does not open them again. It asks the running program, over a socket in the data
 * folder that only this user can use, and gets an address for another window or the answer that the open window was
 * brought to the front.
 */
export type Answer = { readonly address: string } | { readonly shown: true }

const QUESTION = 'open another window\n'

/** Windows keeps named pipes in a namespace of their own; the name identifies this user and this folder. */
function socketOf(folder: string): string {
  if (process.platform !== 'win32') return join(folder, 'running.sock')
  const name = createHash('sha256')
    .update(`${userInfo().username}\n${resolve(folder)}`)
    .digest('hex')
    .slice(0, 32)
  return `\\\\.\\pipe\\sell-or-stay-${name}`
}

/**
 * Answers second starts; only the holder of the folder's lock may do so. Where no socket can be created (paths are
 * limited to about 100 characters), the second start only says where the first one is.
 * @returns a function that stops
 * it
 */
export function answerStarts(folder: string, answer: () => Answer, log: (text: string) => void): () => void {
  const path = socketOf(folder)
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    // The server stays silent until asked: on Windows others may connect, but not ask.
    let heard = ''
    socket.setEncoding('utf8').on('data', (text: string) => {
      heard += text
      if (heard === QUESTION) socket.end(`${JSON.stringify(answer())}\n`)
      else if (!QUESTION.startsWith(heard)) socket.destroy()
    })
  })
  server.on('error', (error) => log(`a second start cannot ask this one: ${error.message}`))
  if (process.platform !== 'win32') rmSync(path, { force: true }) // left behind by a killed program
  server.listen(path) // for this user only: see makeAllPrivate
  server.unref()
  return () => void server.close()
}

function answerIn(said: unknown): Answer | undefined {
  if (typeof said !== 'object' || said === null) return undefined
  if ('address' in said && typeof said.address === 'string' && URL.canParse(said.address))
    return { address: said.address }
  return 'shown' in said && said.shown === true ? { shown: true } : undefined
}

/** @returns undefined if no one answers within a few seconds */
export function askRunning(folder: string): Promise<Answer | undefined> {
  return new Promise((done) => {
    const socket = connect(socketOf(folder))
    let text = ''
    const end = () => {
      socket.destroy()
      try {
        done(answerIn(JSON.parse(text)))
      } catch {
        done(undefined)
      }
    }
    socket.setTimeout(5000, end).on('error', end).on('end', end)
    socket.setEncoding('utf8').on('data', (part: string) => (text += part))
    socket.write(QUESTION)
  })
}
