import './report/paper.css'

import { createRoot } from 'react-dom/client'

import { Print, sayFailed } from './report/Print'

// The report's fonts load before its text: laying it out twice would take twice as long.
for (const weight of [400, 600]) void document.fonts.load(`${weight} 10pt Inter`)

// A page of its own without the surrounding window, so that printing loads only what it needs. Opened without a case it
// waits until its address names one.
createRoot(document.getElementById('root')!, { onUncaughtError: sayFailed }).render(<Print />)
