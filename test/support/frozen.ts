import Database from 'better-sqlite3'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Puts a database into a folder as an earlier version of the program wrote it: a case that was changed once, a deleted
 * one, a setting, and from version 2 on a snapshot. These files are never regenerated.
 * @returns the documents in it as their rows hold them, without the fields that came later
 */
export function thaw(version: number, folder: string): { changed: object; deleted: object } {
  const frozen = fileURLToPath(new URL(`../fixtures/databases/version-${version}.sqlite`, import.meta.url))
  const path = join(folder, 'sell-or-stay.sqlite')
  copyFileSync(frozen, path)
  const database = new Database(path, { readonly: true })
  const documentOf = (id: string) => {
    const offers = database.prepare('SELECT terms FROM offers WHERE case_id = ? ORDER BY position').pluck().all(id)
    const document = database.prepare('SELECT document FROM cases WHERE id = ?').pluck().get(id) as string
    return { ...(JSON.parse(document) as object), offers: offers.map((terms) => JSON.parse(terms as string) as object) }
  }
  const documents = { changed: documentOf(CHANGED), deleted: documentOf(DELETED) }
  database.close()
  return documents
}

export const CHANGED = '00000000-0000-4000-8000-000000000001'
export const DELETED = '00000000-0000-4000-8000-000000000002'
