// The browser shell: the same host and the same pages as the desktop program, served on this machine and opened in the
// person's own browser.
import { usualFolder } from '../database/folder'
import { folderOf, portOf, readOptions } from '../options'
import { Refused, reasonOf } from '../refused'
import { hasDisplay, openWindow } from './open-window'
import { startBrowserShell } from './start'

const options = {
  data: { type: 'string', value: 'FOLDER' },
  port: { type: 'string', value: 'N' },
  'no-open': { type: 'boolean' },
} as const

async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = readOptions(args, options)
  if (positionals.length > 0)
    throw new Refused(
      'invalid',
      `${positionals[0]} is not expected here. The options are --data FOLDER, --port N, --no-open.`,
    )
  const folder = folderOf(values.data as string | undefined) ?? usualFolder()
  const shell = await startBrowserShell({ folder, port: portOf(values.port as string | undefined) })

  const end = (): void => {
    // A second signal ends it at once; what was saved is on the disk.
    process.off('SIGINT', end).off('SIGTERM', end).off('SIGHUP', end)
    void shell.close().then(() => process.exit(0))
  }
  process.on('SIGINT', end).on('SIGTERM', end).on('SIGHUP', end)

  // Other programs read this line; it stays as it is.
  console.log(`Sell or Stay is ready: ${shell.invite()}`)
  console.log(`The data lie in ${folder}. Ctrl+C ends the program.`)
  if (!values['no-open'] && hasDisplay()) await openWindow(shell.invite())
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Refused ? error.message : `Sell or Stay could not start (${reasonOf(error)}).`)
  process.exit(1)
})
