import './report/paper.css'

import { createRoot } from 'react-dom/client'

import { Print, sayFailed } from './report/Print'
import { WEIGHTS } from './report/use-paper'

// The fonts that every report needs load while it is drawn.
for (const weight of WEIGHTS) void document.fonts.load(`${weight} 10pt Inter`)

// A page of its own without the surrounding window, so that printing loads only what it needs. Opened without a case it
// waits until its address names one.
createRoot(document.getElementById('root')!, { onUncaughtError: sayFailed }).render(<Print />)
