import { app } from 'electron'

/**
 * The program that people install opens no door to other programs: whoever can start it with such a switch could read
 * every case through it. (That it cannot be run as a bare Node, nor with `--inspect`, is set in its fuses.)
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
