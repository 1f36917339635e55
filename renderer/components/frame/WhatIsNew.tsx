import { Button } from '@mantine/core'
import { lazy, Suspense, useEffect } from 'react'

import { useStore } from '../../state/store'
import classes from './frame.module.css'

const NewsSince = lazy(() => import('./NewsSince'))

/**
 * Shown once after an update, on the start page, until closed. A user without cases is new to the program, so nothing
 * is shown.
 */
export function WhatIsNew({ used }: { readonly used: boolean }) {
  const version = useStore((state) => state.capabilities?.version)
  const seen = useStore((state) => state.seenVersion)
  const { setSeenVersion } = useStore.getState()
  const begun = !used && seen === null
  useEffect(() => {
    if (begun && version !== undefined) setSeenVersion(version)
  }, [begun, version, setSeenVersion])
  if (version === undefined || seen === undefined || seen === version || begun) return null
  return (
    <section aria-labelledby="what-is-new" className={classes.news}>
      <h2 id="what-is-new">What’s new</h2>
      <Suspense fallback={<p className="quiet">Loading.</p>}>
        <NewsSince seen={seen} />
      </Suspense>
      <Button variant="default" onClick={() => setSeenVersion(version)}>
        Close
      </Button>
    </section>
  )
}
