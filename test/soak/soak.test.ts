// `npm run soak`: a thousand kills at random moments. `KILLS=50 SEED=7 npm run soak` does fewer, at other moments.
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { expect, test } from 'vitest'

import { migrations } from '../../electron/database/migrations'
import { survives, survivesMigration, survivesRestore } from '../support/kills'
import { openProgram } from '../support/program'

const kills = Number(process.env['KILLS'] ?? 1000)
const seed = Number(process.env['SEED'] ?? 1)
const generator = xoroshiro128plus(seed)
const random = (below: number) => uniformInt(generator, 0, below - 1)

/** The number of kills per folder. */
const LIVES = 50

test(`${kills} kills, seed ${seed}, lose nothing`, { timeout: 4 * 3_600_000 }, async () => {
  let done = 0
  while (done < kills) {
    const now = Math.min(LIVES, kills - done)
    // A tenth of the kills hits migrations, a tenth restores, a twentieth the desktop program on the stand-in.
    const [updates, restores, desktop] = [Math.round(now / 10), Math.round(now / 10), Math.round(now / 20)]
    // Must be sequential.
    /* oxlint-disable no-await-in-loop */
    await survives(now - updates - restores - desktop, { random })
    await survivesRestore(restores, { random })
    await survivesMigration(updates, 1 + random(migrations.length - 1), { random })
    await desktopSurvives(desktop)
    /* oxlint-enable no-await-in-loop */
    done += now
    console.log(`${done} kills`)
  }
  expect(done).toBe(kills)
})

async function desktopSurvives(times: number): Promise<void> {
  if (times === 0) return
  const program = await openProgram('the stand-in for Electron', /./)
  const created = await program.call('createCase', { sample: 'general-dentist' })
  if (!created.ok) throw new Error(created.error.message)
  const { id } = created.value
  let { revision, document } = created.value
  for (let kill = 0; kill < times; kill++) {
    const until = performance.now() + random(500)
    while (performance.now() < until) {
      document = { ...document, name: `Edit ${random(1e9)}` }
      const saved = await program.call('saveCase', { id, revision, document })
      if (!saved.ok) throw new Error(saved.error.message)
      revision = saved.value.revision
    }
    await program.kill()
    await program.restart()
    expect(await program.call('dataState', {})).toMatchObject({ ok: true, value: { trouble: null } })
    expect(await program.call('openCase', { id })).toEqual({ ok: true, value: { id, revision, document } })
  }
  await program.close()
}
