import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIX = 'sell-or-stay-'

/**
 * An empty folder named after this process. Its creator removes it; folders left by killed processes are removed the
 * next time a folder of that kind is requested.
 */
export function temporaryFolder(kind: string): string {
  const start = `${PREFIX}${kind}-`
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(start) ? /^(\d+)-/.exec(name.slice(start.length))?.[1] : undefined
    // Another user's folder cannot be removed and is not ours to remove.
    if (owner !== undefined && !isAlive(Number(owner))) remove(join(tmpdir(), name))
  }
  return mkdtempSync(join(tmpdir(), `${start}${process.pid}-`))
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 })
  } catch {
    // The next process tries again.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
