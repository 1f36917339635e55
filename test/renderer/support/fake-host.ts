import { samples } from '../../../shared/case/samples'
import type { Case } from '../../../shared/case/schema'
import type { CallName, Envelope, Host, Refusal, Results } from '../../../shared/host'

export interface FakeHost extends Host {
  readonly saves: { revision: number; document: Case }[]
  /** The answers to the next saves, instead of storing them. */
  refuse: Refusal | undefined
  /** While set, answers to saves wait for it. */
  gate: Promise<void> | undefined
  /** What is on disk. */
  disk: { revision: number; document: Case }
}

/** An in-memory host of one case that refuses as the real one does. */
export function fakeHost(document: Case = samples[0]!.document): FakeHost {
  const answers: Partial<{ [Name in CallName]: (argument: never) => Promise<Envelope<Results[Name]>> }> = {
    openCase: async ({ id }: { id: string }) => ({ ok: true, value: { id, ...host.disk } }),
    saveSettings: async ({ settings }: { settings: Results['saveSettings'] }) => ({ ok: true, value: settings }),
    saveCase: async ({ revision, document: given }: { revision: number; document: Case }) => {
      host.saves.push({ revision, document: given })
      await host.gate
      if (host.refuse) return { ok: false, error: host.refuse }
      if (revision !== host.disk.revision)
        return { ok: false, error: { code: 'conflict', message: 'Changed elsewhere.' } }
      host.disk = { revision: revision + 1, document: given }
      return { ok: true, value: { revision: revision + 1, changedAt: '2026-11-24T00:00:00Z' } }
    },
  }
  const host: FakeHost = {
    saves: [],
    refuse: undefined,
    gate: undefined,
    disk: { revision: 1, document },
    call: (name, argument) => {
      const answer = answers[name] as ((argument: unknown) => Promise<Envelope<never>>) | undefined
      return answer
        ? answer(argument)
        : Promise.resolve({ ok: false, error: { code: 'not-found', message: 'There is no such call.' } })
    },
    onCommand: () => () => undefined,
    onChange: () => () => undefined,
  }
  return host
}
