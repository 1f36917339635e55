import { reasonOf } from './refused'

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/^(ENOSPC|EDQUOT|SQLITE_FULL)/, 'The disk is full: make room on it, then try again.'],
  [/^(EACCES|EPERM)/, 'This account may not write there: allow it in the rights of the folder, or choose another one.'],
  [
    /^(EROFS|SQLITE_READONLY)/,
    'The disk or the folder can only be read: allow writing to it, or choose another folder.',
  ],
  [/^(ENOENT|ENOTDIR)/, 'The folder is not there: connect its disk or put it back, then try again.'],
  [/^(EMFILE|ENFILE)/, 'Too many files are open on this computer: close other programs, then try again.'],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    'Another program holds the file: close it (a backup or sync program, perhaps), then try again.',
  ],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'The file is damaged: start the program again, which then offers the newest backup.'],
  [/^(EIO|SQLITE_IOERR|SQLITE_CANTOPEN)/, 'Check the disk and the rights to its folder, then try again.'],
]

/** What the person can do about an error of the disk; undefined if it is none. */
export function adviceFor(error: unknown): string | undefined {
  const code = String((error as { code?: unknown } | undefined)?.code)
  return ADVICE.find(([kind]) => kind.test(code))?.[1]
}

/** `EACCES: permission denied`, and what to do about it, as the end of a sentence and one more. */
export const diskTrouble = (error: unknown): string =>
  `(${reasonOf(error)}). ${adviceFor(error) ?? 'Choose another folder.'}`
