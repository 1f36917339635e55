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
  /** The system's print dialog for a page at a route of the renderer; undefined where the browser has its own. */
  readonly printDialog?: (route: string) => Promise<void>
  /** The next case file that the system has handed to the program. @throws Refused if it cannot be read */
  readonly openedFile?: () => { name: string; text: string } | null
  /** Opens an address in the person's own browser; undefined where the page is in it already. */
  readonly openInBrowser?: (address: string) => Promise<void>
}

export interface FileDialogs {
  /** Asks where to, and writes the file. @returns its path, or null if the person thought better of it */
  save(file: FileOut): Promise<string | null>
  /** Asks for a case file. @returns what it is called and its text, or null if the person thought better of it */
  openCaseFile(): Promise<{ name: string; text: string } | null>
}
