import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { connectPresentation } from '../../src/renderer/stores/presentation'
import { answerTimeoutMs } from './timeouts.mjs'

configure({ asyncUtilTimeout: answerTimeoutMs })

// As the window does: what closes goes at once.
Object.assign(globalThis, { BASE_UI_ANIMATIONS_DISABLED: true })

let disconnect: () => void

beforeEach(() => {
  disconnect = connectPresentation()
})

afterEach(() => {
  cleanup()
  disconnect()
  vi.restoreAllMocks()
})
