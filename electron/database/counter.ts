import type { Database } from 'better-sqlite3'
import { hash } from 'node:crypto'
import { closeSync, constants, openSync, rmSync, writeSync } from 'node:fs'

import { readPrivate } from '../private'
import { counterPath } from './paths'

/**
 * Notices that committed edits are missing: SQLite silently drops a write-ahead log that was cut, lost or mixed up, and
 * opens the older state as if nothing had happened.
 *
 * Each transaction counts itself in the database. Only when it is on the disk is the number written beside the database.
 * A program that is killed between the two leaves a number that is behind, which means nothing. A number that is ahead
 * means that commits which were on the disk are gone. The number is never waited for (no fsync): a power failure can
 * only leave an older one, and one that is half written fails its checksum and counts as none.
 */
export interface Count {
  /** Of the database: a random text made with it, the same in all its copies. */
  readonly id: string
  readonly commits: number
}

export interface Counter {
  write(commits: number): void
  close(): void
}

const DIGITS = 15

const checksum = (text: string) => hash('sha256', text, 'hex').slice(0, 16)

/** Undefined if there is none, or it was not written to its end. */
export function readCounter(folder: string): Count | undefined {
  const text = readPrivate(counterPath(folder)) ?? ''
  const [, id, commits, sum] = /^([0-9a-f]{32}) (\d{15}) ([0-9a-f]{16})\n/.exec(text) ?? []
  if (id === undefined || commits === undefined || sum !== checksum(`${id} ${commits}`)) return undefined
  return { id, commits: Number(commits) }
}

/** What the database itself says. */
export const countIn = (database: Database): Count => database.prepare('SELECT id, commits FROM file').get() as Count

/** The counter of an open database. Where it cannot be written nothing is noticed, but nothing is held up either. */
export function counterFor(folder: string, { id }: Count): Counter {
  let file: number | undefined
  try {
    // Overwritten in place, in one piece: a link that lies there is not followed.
    file = openSync(counterPath(folder), constants.O_RDWR | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0), 0o600)
  } catch {
    file = undefined
  }
  return {
    write(commits) {
      if (file === undefined) return
      const text = `${id} ${String(commits).padStart(DIGITS, '0')}`
      try {
        writeSync(file, `${text} ${checksum(text)}\n`, 0, 'latin1')
      } catch {
        // A full disk: the edit itself was committed, and a number that is behind means nothing.
      }
    },
    close() {
      if (file !== undefined) closeSync(file)
      file = undefined
    },
  }
}

/** Before another file takes the place of the database: its number would be compared with the wrong one. */
export const forgetCounter = (folder: string): void => rmSync(counterPath(folder), { force: true })
