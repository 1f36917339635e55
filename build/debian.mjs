// On a bare Debian or Ubuntu, as root (a container, a build server), system packages can simply be installed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/**
 * @param {string[]} packages
 * @param {number} minutes time limit
 * @returns {boolean} whether they are installed now; false at once if not root on a Debian
 */
export function aptInstall(packages, minutes) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log(`  installing ${packages.join(', ')} with apt-get …`)
  const end = Date.now() + minutes * 60_000
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const run = spawnSync('/usr/bin/apt-get', ['-q', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 64 << 20,
      timeout: Math.max(1, end - Date.now()),
    })
    if (run.status !== 0) {
      const reason = run.error?.message ?? `${run.stdout}${run.stderr}`.trim().split('\n').slice(-5).join('\n')
      console.log(`  apt-get ${args[0]} failed: ${reason}`)
      return false
    }
  }
  return true
}
