import { rmSync } from 'node:fs'

import { temporaryFolder } from '../../electron/temporary'

/**
 * All that the tests of one run, and the programs that they start, leave in the system's temporary folder goes into one
 * folder, which goes with the run; that of a run that was killed goes with the next.
 */
export default function setup() {
  if (process.env['TEST_FOLDER']) return undefined // another project of this run has been here
  const folder = temporaryFolder('tests')
  for (const name of ['TEST_FOLDER', 'TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
