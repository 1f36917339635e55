import type { FileOut } from '../../../shared/host'
import type { Done } from '../../state/cases'
import { useStore } from '../../state/store'
import { tell, told } from './tell'

/**
 * Says where a file was saved, with ways to it; says nothing of a download, which the browser shows itself.
 * @param what the file is, as the beginning of a sentence: "The report"
 */
export function tellSaved(what: string, done: Done<FileOut>): void {
  if (!told(done) || !done.ok) return
  const { savedTo, opens } = done.value
  if (typeof savedTo !== 'string') return
  const ask = (call: 'openSaved' | 'showSaved') => async () => {
    const answer = await useStore.getState().host.call(call, { path: savedTo })
    if (!answer.ok) told({ ok: false, message: answer.error.message })
  }
  tell(`${what} was saved to ${savedTo}.`, ...(opens ? [{ label: 'Open', run: ask('openSaved') }] : []), {
    label: 'Show in folder',
    run: ask('showSaved'),
  })
}

/** The same of a file whose making can be canceled. */
export function tellMade(what: string, done: Done<FileOut | undefined>): void {
  if (done.ok && done.value === undefined) tell(`${what} was canceled; nothing was saved.`)
  else tellSaved(what, done as Done<FileOut>)
}
