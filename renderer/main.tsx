import '@fontsource-variable/inter'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './styles.css'

import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { App } from './App'
import { RootBoundary } from './components/frame/Boundary'
import { NotLetIn } from './components/frame/NotLetIn'
import { letIn } from './state/host'

// Libraries that create style elements put this load's nonce on them: the content policy blocks any others.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
setNonce(nonce)

const root = createRoot(document.getElementById('root')!)
void letIn().then((may) =>
  root.render(
    <StrictMode>
      <RootBoundary>{may ? <App nonce={nonce} /> : <NotLetIn />}</RootBoundary>
    </StrictMode>,
  ),
)
