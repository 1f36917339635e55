import type { Argument, CallName, Envelope, Results } from '../../shared/host'

export type Call = <Name extends CallName>(name: Name, argument: Argument<Name>) => Promise<Envelope<Results[Name]>>

/** A browser without a window: exchanges the one-time address for what it needs, and makes calls with it. */
export async function enter(address: string): Promise<Call> {
  const { origin } = new URL(address)
  const entry = await fetch(address, { redirect: 'manual' })
  const cookie = entry.headers.get('set-cookie')!.split(';')[0]!
  const key = /name="tab-key" content="([^"]+)"/.exec(await entry.text())?.[1]
  const headers = { cookie, origin, 'content-type': 'application/json', ...(key && { 'x-tab-key': key }) }
  return async (name, argument) => {
    const answer = await fetch(`${origin}/api/${name}`, { method: 'POST', headers, body: JSON.stringify(argument) })
    return (await answer.json()) as never
  }
}
