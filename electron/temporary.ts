import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIX = 'sell-or-stay-'

/**
 * An empty folder for as long as this process lives, named after it. Its maker removes it; folders left by
 * killed processes are removed by the next process that asks for a folder of that kind.
 */
export function temporaryFolder(kind: string): string {
  const start = `${PREFIX}${kind}-`
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(start) ? /^(\d+)-/.exec(name.slice(start.length))?.[1] : undefined
    // Another person's folder cannot be removed, and is theirs to remove.
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
