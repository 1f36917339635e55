import type { Database } from 'better-sqlite3'
import { hash } from 'node:crypto'
import { closeSync, constants, openSync, rmSync, writeSync } from 'node:fs'

import { readPrivate } from '../private'
import { counterPath } from './paths'

/**
 * Detects lost edits: SQLite silently drops a write-ahead log that was truncated, lost or mixed up, and opens the older
 * state as if nothing had happened.
 *
 * Each transaction increments a counter in the database; once the transaction is on disk, the number is also written to
 * a file beside it. A program killed between the two leaves a file that is behind, which means nothing. A file that is
 * ahead means that commits which had reached the disk are gone. The file is never synced: a power failure can only
 * leave an older number, and a half-written one fails its checksum and counts as none.
 */
export interface Count {
  /** Identifies the database: a random text created with it and the same in all its copies. */
  readonly id: string
  readonly commits: number
}

export interface Counter {
  write(commits: number): void
  close(): void
}

const DIGITS = 15

const checksum = (text: string) => hash('sha256', text, 'hex').slice(0, 16)

/** Undefined if there is none or it is incomplete. */
export function readCounter(folder: string): Count | undefined {
  const text = readPrivate(counterPath(folder)) ?? ''
  const [, id, commits, sum] = /^([0-9a-f]{32}) (\d{15}) ([0-9a-f]{16})\n/.exec(text) ?? []
  if (id === undefined || commits === undefined || sum !== checksum(`${id} ${commits}`)) return undefined
  return { id, commits: Number(commits) }
}

/** The database's own counter. */
export const countIn = (database: Database): Count => database.prepare('SELECT id, commits FROM file').get() as Count

/** The counter of an open database. If it cannot be written, losses go undetected but nothing is blocked. */
export function counterFor(folder: string, { id }: Count): Counter {
  let file: number | undefined
  try {
    // Overwritten in place, in a single write; a link at that path is not followed.
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
        // Disk full: the edit itself was committed, and a number that is behind means nothing.
      }
    },
    close() {
      if (file !== undefined) closeSync(file)
      file = undefined
    },
  }
}

/** Called before another file replaces the database; otherwise its counter would be compared with the wrong number. */
export const forgetCounter = (folder: string): void => rmSync(counterPath(folder), { force: true })
