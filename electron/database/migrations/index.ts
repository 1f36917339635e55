import { cases } from './0001-cases'
import { snapshots } from './0002-snapshots'
import { digests } from './0003-digests'
import { documents } from './0004-documents'
import type { Migration } from './migration'

/** In version order, without gaps. */
export const migrations: readonly Migration[] = [cases, snapshots, digests, documents]
