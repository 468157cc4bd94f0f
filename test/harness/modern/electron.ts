import type * as Electron from 'electron'
import { app } from './app.ts'
import { WebContents } from './contents.ts'
import { MessageChannelMain } from './ports.ts'
import { safeStorage } from './safe-storage.ts'
import { protocol, session } from './session.ts'
import {
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  Notification,
  nativeImage,
  powerMonitor,
  screen,
  shell,
  Tray,
  utilityProcess,
} from './small.ts'
import { nativeTheme } from './theme.ts'
import { BrowserWindow } from './window.ts'

type Events = NodeJS.EventEmitter

/** Any part of a type, and of what its methods answer. What tells of events is Node's own, so that is not compared. */
type Part<T> = T extends (...args: infer A) => infer R
  ? (...args: A) => Part<R>
  : T extends Promise<infer R>
    ? Promise<Part<R>>
    : T extends readonly (infer I)[]
      ? Part<I>[]
      : T extends Uint8Array
        ? T
        : T extends object
          ? { [K in Exclude<keyof T, keyof Events>]?: Part<T[K]> }
          : T

type Invented<Mine, Real> = Exclude<keyof Mine, keyof Real | keyof Events>

/** Asks for one more argument where there are names that Electron has not, and names them. */
type Known<Names> = [Names] extends [never] ? [] : [unknown: Names]

/** Lets through what is a part of the pinned Electron's type and has nothing that this has not. */
const like =
  <Real>() =>
  <Mine extends Part<Real>>(mine: Mine, ..._: Known<Invented<Mine, Real>>): Mine =>
    mine

/** The same for a class: both what it has itself and what its instances have. */
const classLike =
  <Real extends abstract new (...args: never) => object>() =>
  <Mine extends Part<Omit<Real, 'prototype'>> & (new (...args: never) => Part<InstanceType<Real>>)>(
    mine: Mine,
    ..._: Known<Invented<Mine, Real> | Invented<InstanceType<Mine>, InstanceType<Real>>>
  ): Mine =>
    mine

/** Set by loaders like Electron's own, and therefore not in its public types. */
type LoadedApp = Electron.App & { setVersion(version: string): void; setAppPath(folder: string): void }

/** The module `electron` of this stand-in, held to the types of the pinned one. */
export const electron = {
  app: like<LoadedApp>()(app),
  BrowserWindow: classLike<typeof Electron.BrowserWindow>()(BrowserWindow),
  clipboard: like<Electron.Clipboard>()(clipboard),
  dialog: like<Electron.Dialog>()(dialog),
  globalShortcut: like<Electron.GlobalShortcut>()(globalShortcut),
  ipcMain: like<Electron.IpcMain>()(ipcMain),
  Menu: classLike<typeof Electron.Menu>()(Menu),
  MessageChannelMain: classLike<typeof Electron.MessageChannelMain>()(MessageChannelMain),
  nativeImage: like<typeof Electron.nativeImage>()(nativeImage),
  nativeTheme: like<Electron.NativeTheme>()(nativeTheme),
  Notification: classLike<typeof Electron.Notification>()(Notification),
  // Tells of events only.
  powerMonitor,
  protocol: like<Electron.Protocol>()(protocol),
  safeStorage: like<Electron.SafeStorage>()(safeStorage),
  screen: like<Electron.Screen>()(screen),
  session: like<typeof Electron.session>()(session),
  shell: like<Electron.Shell>()(shell),
  Tray: classLike<typeof Electron.Tray>()(Tray),
  utilityProcess: like<typeof Electron.utilityProcess>()(utilityProcess),
  webContents: classLike<typeof Electron.webContents>()(WebContents),
} satisfies { [K in keyof typeof Electron]?: unknown }
