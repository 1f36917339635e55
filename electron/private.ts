import {
  chmodSync,
  closeSync,
  constants,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** On Windows these files are private because of the folder they are in; file modes have no effect there. */
const hasModes = process.platform !== 'win32'

/** From here on, every file this process creates is readable by this user only. */
export const makeAllPrivate = (): void => void (hasModes && process.umask(0o077))

/** The program's own files in a data folder, by prefix. */
const OURS =
  /^(sell-or-stay\.|running\.|log\.|session\.json|open\.html|backups$|set-aside$|chromium$|printer$|browser$)/

/**
 * Removes others' read permission from the data, which an older version or a copy may have left in place. Links are
 * left alone. A folder that also holds other things may be shared on purpose: it is reported, not changed.
 * @returns a
 * sentence for the user if others can still read the folder
 */
export function keepPrivate(folder: string): string | undefined {
  if (!hasModes) return undefined
  const names = readdirSync(folder)
  for (const name of names.filter((name) => OURS.test(name))) mend(join(folder, name))
  const backups = join(folder, 'backups')
  if (names.includes('backups') && lstatSync(backups).isDirectory())
    for (const name of readdirSync(backups)) mend(join(backups, name))
  if (names.every((name) => OURS.test(name))) mend(folder)
  return openToOthers(folder)
    ? `Other users of this computer can look into the folder with your data, ${folder}. Your cases themselves are closed to them. To close the folder, take the rights of the group and of others away (chmod 700), or choose another folder with --data FOLDER.`
    : undefined
}

const openToOthers = (path: string): boolean => (statSync(path).mode & 0o077) !== 0

function mend(path: string): void {
  const found = lstatSync(path)
  if (found.isSymbolicLink() || (found.mode & 0o077) === 0) return
  try {
    chmodSync(path, found.mode & 0o700)
  } catch {
    // Owned by someone else, or a disk without modes: check the folder itself again.
  }
}

/** Writes a small file readable by this user only. A link of that name is replaced, never followed. */
export function writePrivate(path: string, text: string): void {
  rmSync(path, { force: true })
  const file = openSync(path, 'wx', 0o600)
  try {
    writeSync(file, text)
  } finally {
    closeSync(file)
  }
}

/** The text of such a file; undefined if it is missing, not a regular file, or implausibly large. */
export function readPrivate(path: string): string | undefined {
  let file: number | undefined
  try {
    if (!lstatSync(path).isFile()) return undefined
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    const text = Buffer.alloc(4096)
    const length = readSync(file, text)
    return length < text.length ? text.toString('utf8', 0, length) : undefined
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
