import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  autostartFile,
  desktopAutostart,
  loginAutostart,
  noAutostart,
  openAutostart,
} from '../../../../../src/main/desktop/system/autostart'

const folder = mkdtempSync(path.join(tmpdir(), 'autostart-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('desktopAutostart', () => {
  it('writes an entry that starts hidden, and removes it', async () => {
    const file = path.join(folder, 'new', 'autostart', 'sessiondeck.desktop')
    const autostart = desktopAutostart(file, '/opt/Sessiondeck/sessiondeck')
    expect(autostart.isOn()).toBe(false)
    expect((await autostart.set(true)).ok).toBe(true)
    expect(autostart.isOn()).toBe(true)
    expect(readFileSync(file, 'utf8')).toMatch(
      /^\[Desktop Entry\]\n(.*\n)*Exec="\/opt\/Sessiondeck\/sessiondeck" --hidden\n/,
    )
    expect((await autostart.set(false)).ok).toBe(true)
    expect((await autostart.set(false)).ok).toBe(true)
    expect(autostart.isOn()).toBe(false)
  })

  it('quotes what a desktop would read otherwise', async () => {
    const file = path.join(folder, 'quoted.desktop')
    await desktopAutostart(file, '/home/a b/$x "100%"/Sessiondeck.AppImage').set(true)
    expect(readFileSync(file, 'utf8')).toContain(
      'Exec="/home/a b/\\$x \\"100%%\\"/Sessiondeck.AppImage" --hidden\n',
    )
  })

  it('says what it could not do', async () => {
    const blocked = path.join(folder, 'blocked')
    writeFileSync(blocked, '')
    const result = await desktopAutostart(path.join(blocked, 'sessiondeck.desktop'), '/opt/x').set(true)
    expect(result.ok || result.error.message).toMatch(/could not be written: .*Check the rights of /)
    mkdirSync(path.join(folder, 'full', 'sessiondeck.desktop', 'inside'), { recursive: true })
    const removed = await desktopAutostart(path.join(folder, 'full', 'sessiondeck.desktop'), '/opt/x').set(
      false,
    )
    expect(removed.ok || removed.error.message).toContain('could not be removed')
  })
})

describe('autostartFile', () => {
  it('is where the desktop looks', () => {
    expect(autostartFile({}, '/home/a')).toBe('/home/a/.config/autostart/sessiondeck.desktop')
    expect(autostartFile({ XDG_CONFIG_HOME: '/c' }, '/home/a')).toBe('/c/autostart/sessiondeck.desktop')
    expect(autostartFile({ XDG_CONFIG_HOME: 'c' }, '/home/a')).toBe(
      '/home/a/.config/autostart/sessiondeck.desktop',
    )
  })
})

describe('loginAutostart', () => {
  it('asks and tells the system', async () => {
    let kept = { openAtLogin: false, args: [] as string[] }
    const autostart = loginAutostart({
      getLoginItemSettings: ({ args }) => ({ openAtLogin: kept.openAtLogin && kept.args[0] === args[0] }),
      setLoginItemSettings: (settings) => {
        kept = settings
      },
    })
    expect(autostart.isOn()).toBe(false)
    await autostart.set(true)
    expect(kept).toEqual({ openAtLogin: true, args: ['--hidden'] })
    expect(autostart.isOn()).toBe(true)
  })
})

describe('noAutostart', () => {
  it('says why, and can be switched off', async () => {
    const refused = await noAutostart.set(true)
    expect(refused.ok || refused.error.message).toContain('Only an installed Sessiondeck')
    expect((await noAutostart.set(false)).ok).toBe(true)
  })
})

describe('openAutostart', () => {
  it('is for an installed application and the person’s own accounts', () => {
    const app = (isPackaged: boolean) => ({
      isPackaged,
      getPath: () => folder,
      getLoginItemSettings: () => ({ openAtLogin: false }),
      setLoginItemSettings: () => {},
    })
    expect(openAutostart(app(false), 'own')).toBe(noAutostart)
    expect(openAutostart(app(true), 'demo')).toBe(noAutostart)
    expect(openAutostart(app(true), 'managed')).toBe(noAutostart)
    expect(openAutostart(app(true), 'own')).not.toBe(noAutostart)
  })
})
