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

/** What Node says of a file as `ENOENT: no such file or directory`. */
const IN_WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  EEXIST: 'a file of that name is in the way',
  EACCES: 'permission was denied',
  EPERM: 'permission was denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EBUSY: 'another program is using it',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk reported an error',
}

/** The message of an error in words, without its stack; one of SQLite or of another kind keeps its code. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && IN_WORDS[code]) return IN_WORDS[code]
  // Node appends the call and the path, which the surrounding sentence already names.
  const text = error.message.replace(/, \w+ '.*$/, '').replace(/\s+/g, ' ')
  return typeof code === 'string' && !text.includes(code) ? `${code}: ${text}` : text
}
