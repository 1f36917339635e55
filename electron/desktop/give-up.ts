import { app, dialog } from 'electron'

import { Refused, reasonOf } from '../refused'

/** One sentence for the user, in a message box and, where there is one, on the terminal. */
export function giveUp(error: unknown): void {
  const sentence = error instanceof Refused ? error.message : `Sell or Stay could not start (${reasonOf(error)}).`
  console.error(sentence)
  dialog.showErrorBox('Sell or Stay', sentence)
  app.exit(1)
}
