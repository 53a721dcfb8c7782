import './styles/tokens.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { KeyHints } from './KeyHints'
import { createDesk } from './state/desk'
import { DeskContext } from './state/desk-context'
import { loadScreensWhenIdle } from './state/lazy-screen'
import { connectTransport } from './transport/connect'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <DeskContext
      value={createDesk(connectTransport(window), window.localStorage, window.sessionStorage)}
    >
      <KeyHints>
        <App />
      </KeyHints>
    </DeskContext>
  </StrictMode>
)
loadScreensWhenIdle()
