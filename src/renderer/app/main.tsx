import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { speak } from '../../shared/text/speak'
import { latePopups } from '../components/late-popups'
import { connectScriptDrafts } from '../features/scripts/kept-drafts'
import { connectList } from '../features/sessions/list'
import { connectTerminals } from '../features/terminal/connect-terminals'
import { connectUpdates } from '../features/updates/updates'
import { afterStart } from '../lib/after-start'
import { connectTyping } from '../lib/typing'
import { connectScripts } from '../stores/scripts'
import { keepView } from '../stores/view'
import { App } from './App'
import { connectAppLinks } from './app-links'
import { connectStores } from './connect'
import { Spoken } from './Spoken'
import '../styles/base.css'

// Base UI would ask each surface that opens or closes for the ends of its animations. One that is cut short never ends, and
// Chromium 114 then keeps its element, and what was typed there, as long as the page lives (156 does not).
Object.assign(globalThis, { BASE_UI_ANIMATIONS_DISABLED: true })
// The page's policy forbids eval, which zod would try for speed. It looks here when the first schema is loaded.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

connectTyping()
connectList()
connectStores()
connectAppLinks()
connectTerminals()
connectScripts()
// Nobody types before the first row is there.
afterStart(() => connectScriptDrafts())
afterStart(() => void latePopups.load())
// Nothing is found sooner.
afterStart(() => connectUpdates())
keepView()
await speak(globalThis.sessiondeckLocale ?? 'en')

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <Spoken>
      <App />
    </Spoken>
  </StrictMode>,
)
