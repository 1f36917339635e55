// The browser shell: the same host and pages as the desktop program, served on this machine and opened in the user's
// own browser.
import { usualFolder } from '../database/folder'
import { AlreadyOpen } from '../database/lock'
import { removeDoor } from '../door'
import { folderOf, portOf, readOptions } from '../options'
import { makeAllPrivate } from '../private'
import { Refused, reasonOf } from '../refused'
import { askRunning } from '../second-start'
import { endWhenIdle } from './idle'
import { hasDisplay, openWindow } from './open-window'
import { startBrowserShell, type BrowserShell } from './start'

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
  const open = async (address: string) => {
    if (!values['no-open'] && hasDisplay()) await openWindow(folder, address)
  }
  makeAllPrivate()

  let shell: BrowserShell
  const end = (): void => {
    // A second signal ends the program at once; saved edits are on disk.
    process.off('SIGINT', end).off('SIGTERM', end).off('SIGHUP', end)
    removeDoor(folder)
    void shell.close().then(() => process.exit(0))
  }
  try {
    shell = await startBrowserShell({
      folder,
      port: portOf(values.port as string | undefined),
      busy: endWhenIdle(end),
    })
  } catch (error) {
    const running = error instanceof AlreadyOpen ? await askRunning(folder) : undefined
    if (!running) throw error
    if ('shown' in running)
      return console.log('Sell or Stay is already open; its window has been brought to the front.')
    console.log(`Sell or Stay is already open. For another window: ${running.address}`)
    return await open(running.address)
  }
  process.on('SIGINT', end).on('SIGTERM', end).on('SIGHUP', end)

  // Other programs parse this line; keep its form.
  console.log(`Sell or Stay is ready: ${shell.invite()}`)
  console.log(`The address lets one browser in, within a minute. Your data is in ${folder}. Ctrl+C ends the program.`)
  if (shell.notice) console.log(shell.notice)
  await open(shell.invite())
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Refused ? error.message : `Sell or Stay could not start (${reasonOf(error)}).`)
  process.exit(1)
})
