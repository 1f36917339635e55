import { useEffect, useMemo, useState } from 'react'

import { told } from '../components/frame/tell'
import { useStore } from '../state/store'
import type { SinceSnapshot } from './context'
import { loadSince, sinceWithInitials } from './since'

/**
 * The snapshot that a preview compares with; undefined until it is there.
 * @param initials those given in the report of today, where it has initials instead of names
 */
export function useSince(
  snapshot: string | undefined,
  initials: Map<string, string> | undefined,
): SinceSnapshot | undefined {
  const { host, caseId } = useStore()
  const [found, setFound] = useState<{ readonly id: string; readonly since: SinceSnapshot }>()
  useEffect(() => {
    if (snapshot === undefined || caseId === undefined) return undefined
    let gone = false
    void loadSince(host, caseId, snapshot).then((answer) => {
      if (gone) return
      if (answer.ok) setFound({ id: snapshot, since: answer.value })
      else told({ ok: false, message: answer.error.message })
    })
    return () => {
      gone = true
    }
  }, [host, caseId, snapshot])
  const since = found?.id === snapshot ? found?.since : undefined
  return useMemo(() => since && (initials ? sinceWithInitials(since, initials) : since), [since, initials])
}
