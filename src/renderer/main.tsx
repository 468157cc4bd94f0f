// First: what it asks is answered while the rest of the page is still being evaluated.
import './connected'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { loaded } from './connected'
import './styles/base.css'

/** How long the first drawing waits for answers, ms; without them the page says that it has none yet. */
const patienceMs = 200

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

// Drawn once with the list in it, the page is there sooner than drawn empty, then with accounts, then with rows.
const late = new Promise((resolve) => setTimeout(resolve, patienceMs))
void Promise.race([loaded, late]).then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
)
