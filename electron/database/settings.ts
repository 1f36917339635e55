import type { Database } from 'better-sqlite3'
import type { z } from 'zod'

/** Small values that are remembered, each as JSON under a name, validated by its schema on the way in and out. */
export interface SettingsStore {
  /** Undefined if it was never set, is damaged, or no longer fits the schema. */
  read<T>(name: string, schema: z.ZodType<T>): T | undefined
  write<T>(name: string, schema: z.ZodType<T>, value: T): void
}

export function settingsIn(database: Database): SettingsStore {
  const read = database.prepare<[string], string>('SELECT value FROM settings WHERE name = ?').pluck()
  const write = database.prepare(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  )
  return {
    read: (name, schema) => {
      const text = read.get(name) as string | undefined
      if (text === undefined) return undefined
      try {
        return schema.safeParse(JSON.parse(text)).data
      } catch {
        // A damaged setting, such as the theme, must not stop the program.
        return undefined
      }
    },
    write: (name, schema, value) => void write.run(name, JSON.stringify(schema.parse(value))),
  }
}
