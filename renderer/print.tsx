import './report/paper.css'

import { createRoot } from 'react-dom/client'

import { Print } from './report/Print'

// The fonts of the report are here before its text is: to lay it out twice would take twice as long.
for (const weight of [400, 600]) void document.fonts.load(`${weight} 10pt Inter`)

// A page of its own, with nothing of the window around the other pages: whoever waits for the paper waits for no more
// than it needs. Opened without a case it stands by until its address names one.
createRoot(document.getElementById('root')!).render(<Print />)
