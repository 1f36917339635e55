import type { FileOut } from '../shared/host'
import type { Printer } from './documents/report'

/** What differs between the desktop and the browser shell; the host is otherwise the same. */
export interface Shell {
  readonly kind: 'desktop' | 'browser'
  /** Undefined where only the user's own print dialog can print. */
  printer(): Promise<Printer | undefined>
  /** The system's own dialogs; undefined where files go through the browser. */
  readonly files?: FileDialogs
  /** Opens a folder of ours in the system's file manager; undefined where that cannot be done. */
  readonly showFolder?: (path: string) => Promise<void>
}

export interface FileDialogs {
  /** Asks where to, and writes the file. @returns its path, or null if the person thought better of it */
  save(file: FileOut): Promise<string | null>
  /** Asks for a case file. @returns what it is called and its text, or null if the person thought better of it */
  openCaseFile(): Promise<{ name: string; text: string } | null>
}
