import type { Refusal } from '../shared/host'

/** A refusal with a sentence for the person: what it is about, the value, the limit, the next step. */
export class Refused extends Error {
  override readonly name: string = 'Refused'

  constructor(
    readonly code: Refusal['code'],
    message: string,
    readonly problems?: Refusal['problems'],
  ) {
    super(message)
  }
}

/** What an error of the file system or of SQLite says, without its stack: `EACCES: permission denied`. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code } = error as { code?: unknown }
  // Node's own messages end in the call and the path, which the sentence around it names already.
  const text = error.message.replace(/, \w+ '.*$/, '').replace(/\s+/g, ' ')
  return typeof code === 'string' && !text.includes(code) ? `${code}: ${text}` : text
}
