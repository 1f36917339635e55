import type { Refusal } from '../shared/host'

/** An error with a sentence for the user: the subject, the value, the limit, the next step. */
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

/** The message of a file-system or SQLite error, without its stack: `EACCES: permission denied`. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code } = error as { code?: unknown }
  // Node appends the call and the path, which the surrounding sentence already names.
  const text = error.message.replace(/, \w+ '.*$/, '').replace(/\s+/g, ' ')
  return typeof code === 'string' && !text.includes(code) ? `${code}: ${text}` : text
}
