import { rmSync } from 'node:fs'

import { temporaryFolder } from '../../electron/temporary'

/**
 * All temporary files of a test run and the programs it starts go into one folder, which is deleted with the run; that
 * of a killed run is deleted by the next.
 */
export default function setup() {
  if (process.env['TEST_FOLDER']) return undefined // another project of this run has been here
  const folder = temporaryFolder('tests')
  for (const name of ['TEST_FOLDER', 'TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
