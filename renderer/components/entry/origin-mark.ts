import { createContext } from 'react'

import type { Origin } from '../../../shared/case/schema'

/** Where values typed on this part of a page come from. In offers the person chooses; elsewhere it is `entered`. */
export const OriginMark = createContext<{ readonly typed: Exclude<Origin, 'assumed'>; readonly choosable: boolean }>({
  typed: 'entered',
  choosable: false,
})
