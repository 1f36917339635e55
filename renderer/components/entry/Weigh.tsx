import { useEffect, useState } from 'react'

import type { Case } from '../../../shared/case/schema'
import { SIZABLE } from '../../../shared/present/material'
import { usd } from '../../format'
import { useMaterial } from '../../state/material'
import { useOutcome } from '../../state/outcome'
import { readiness } from '../../state/readiness'
import { showSigns } from '../../state/signs'
import { useDocument, useStore } from '../../state/store'
import { analyst } from '../../workers/client'
import classes from './entry.module.css'
import { SignMark } from './SignMark'

/** Milliseconds without an edit before the fields are evaluated: typing never waits for it. */
const REST = 1500

/** Determines which unconfirmed fields of the page matter, and explains their marks once there is an answer to move. */
export function Weigh() {
  const document = useDocument()
  // Once the host has ended, another program may be at its address: no worker is loaded from there.
  useEffect(() => analyst.prepare(), [])
  const isSaved = useStore(({ saved }) => saved === 'saved')
  const answered = readiness(useOutcome()).blockers.length === 0
  const [rested, setRested] = useState<Case>()
  useEffect(() => {
    const timer = setTimeout(() => setRested(document), REST)
    return () => clearTimeout(timer)
  }, [document])
  if (!answered) return null
  return (
    <p className={classes.legend}>
      <span>Unconfirmed values:</span>
      <span>
        <SignMark decisive /> could change the answer
      </span>
      <span>
        <SignMark decisive={false} /> could move it by more than {usd(SIZABLE)}
      </span>
      {isSaved && rested === document && <Weighing />}
    </p>
  )
}

function Weighing() {
  const { weighed, fresh } = useMaterial(useOutcome())
  const caseId = useStore((state) => state.caseId)
  useEffect(() => {
    // The previous marks stay until a newer result arrives.
    if (fresh || weighed === undefined) showSigns(caseId, weighed)
  }, [caseId, weighed, fresh])
  return null
}
