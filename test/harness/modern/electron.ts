import type * as Real from 'electron'
import { app } from './app.ts'
import { WebContents } from './contents.ts'
import { MessageChannelMain } from './ports.ts'
import { safeStorage } from './safe-storage.ts'
import { protocol, session } from './session.ts'
import * as small from './small.ts'
import { nativeTheme } from './theme.ts'
import { BrowserWindow } from './window.ts'

/** The module `electron` of this stand-in. */
export const electron = {
  ...small,
  app,
  BrowserWindow,
  MessageChannelMain,
  nativeTheme,
  protocol,
  safeStorage,
  session,
  webContents: WebContents,
}
