import type { FileOut, OpenedFile } from '../shared/host'
import type { Printer } from './documents/report'

/** The differences between the desktop and the browser shell; the host is otherwise identical. */
export interface Shell {
  readonly kind: 'desktop' | 'browser'
  /** Undefined where only the browser's own print dialog can print. */
  printer(): Promise<Printer | undefined>
  /** System file dialogs; undefined where files go through the browser. */
  readonly files?: FileDialogs
  /** Opens one of our folders in the system's file manager; undefined where that is impossible. */
  readonly showFolder?: (path: string) => Promise<void>
  /** The ways to a saved file; undefined where files go through the browser, which has its own. */
  readonly savedFiles?: SavedFiles
  /** Shows the system print dialog for a page at a renderer route; undefined where the browser has its own. */
  readonly printDialog?: (route: string) => Promise<void>
  /** The next file that the system passed to the program. @throws Refused if it cannot be read */
  readonly openedFile?: () => Promise<OpenedFile | null>
  /** Opens an address in the user's browser; undefined where the page is already in it. */
  readonly openInBrowser?: (address: string) => Promise<void>
}

export interface FileDialogs {
  /** Asks where to save, and writes the file. @returns its path, or null if the user canceled */
  save(file: FileOut): Promise<string | null>
  /** Asks for a case file. @returns its name and text, or null if the user canceled */
  openCaseFile(): Promise<{ name: string; text: string } | null>
}

export interface SavedFiles {
  /** With the system's own program for it. @throws Refused */
  open(path: string): Promise<void>
  /** In the system's file manager. */
  show(path: string): void
}
