import { app } from 'electron'

/**
 * The installed program has no debugging port: anyone who can start it with such a switch could read every case. (Its
 * fuses prevent running it as plain Node or with `--inspect`.)
 * https://www.electronjs.org/docs/latest/tutorial/fuses
 */
export function refuseDebugging(): void {
  if (!app.isPackaged) return
  for (const name of SWITCHES) app.commandLine.removeSwitch(name)
}

const SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'auto-open-devtools-for-tabs',
]
