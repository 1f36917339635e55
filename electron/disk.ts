import type { Stats } from 'node:fs'

import { reasonOf } from './refused'

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/^(ENOSPC|EDQUOT|SQLITE_FULL)/, 'The disk is full: make room on it, then try again.'],
  [/^(EACCES|EPERM)/, 'This account may not write there: change the permissions of the folder, or choose another one.'],
  [/^(EROFS|SQLITE_READONLY)/, 'The disk or the folder is read-only: allow writing to it, or choose another folder.'],
  [/^(ENOENT|ENOTDIR)/, 'The folder was not found: connect its disk or put the folder back, then try again.'],
  [/^(EMFILE|ENFILE)/, 'Too many files are open on this computer: close other programs, then try again.'],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    'Another program is using the file: close that program (perhaps a backup or sync program), then try again.',
  ],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'The file is damaged: start the program again, which then offers the newest backup.'],
  [/^(EIO|SQLITE_IOERR|SQLITE_CANTOPEN)/, 'Check the disk and the permissions of its folder, then try again.'],
]

/** What the user can do about a disk error; undefined for any other error. */
export function adviceFor(error: unknown): string | undefined {
  const code = String((error as { code?: unknown } | undefined)?.code)
  return ADVICE.find(([kind]) => kind.test(code))?.[1]
}

/** "(permission was denied).", then what to do about it: the end of one sentence and a second one. */
export const diskTrouble = (error: unknown): string =>
  `(${reasonOf(error)}). ${adviceFor(error) ?? 'Choose another folder.'}`

/** Something other than a file is at the path. */
export const kindOf = (there: Stats): string =>
  there.isDirectory()
    ? 'a folder'
    : there.isSymbolicLink()
      ? 'a link to another place'
      : there.isFIFO() || there.isSocket()
        ? 'a pipe between programs'
        : 'a device'
