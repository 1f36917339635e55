import { createContext } from 'react'

import type { Origin } from '../../../shared/case/schema'

/** The source of values typed in this part of a page. In offers the user chooses it; elsewhere it is `entered`. */
export const OriginMark = createContext<{ readonly typed: Exclude<Origin, 'assumed'>; readonly choosable: boolean }>({
  typed: 'entered',
  choosable: false,
})
