// Finds or installs LibreOffice, which recalculates exported workbooks in the tests.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { aptInstall } from './debian.mjs'

/** @returns {string | undefined} the path of `soffice` */
export function findLibreOffice() {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'soffice'))
  return [
    ...onPath,
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
    join(process.env['ProgramFiles'] ?? 'C:/Program Files', 'LibreOffice/program/soffice.exe'),
  ].find((path) => existsSync(path))
}

/**
 * The same, installing it if this is root on a Debian. The program itself never needs it.
 * @returns {string | undefined} the path of `soffice`; without it the tests that need it are skipped
 */
export function provideLibreOffice() {
  return findLibreOffice() ?? (aptInstall(['libreoffice-calc'], 5) ? findLibreOffice() : undefined)
}
