import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { aPerson, canInstall } from './person'
import { expectRows, expectSandbox, expectTerminal } from './trial'
import { unmountedImage } from './versions'

/** What an AppImage starts, wherever it was unpacked. */
const program = '/sessiondeck'

describe.skipIf(!canInstall())('the AppImage, as an ordinary user has it', () => {
  const packages = inject('packages')?.[0] ?? ''
  const made = path.join(
    packages,
    readdirSync(packages || '.').find((name) => name.endsWith('.AppImage')) ?? '',
  )
  const { person } = aPerson()
  const pid = () => person().applications(program)[0]?.pid
  const folder = () => path.join(person().session.env.XDG_CONFIG_HOME ?? '', 'Sessiondeck-demo')

  it('opens from where it was put, with its sandbox', async () => {
    const image = path.join(person().session.env.HOME ?? '', 'Sessiondeck.AppImage')
    await unmountedImage(made, image)
    person().start(image, ['--demo'])
    await expect.poll(() => person().windowOf(pid()), { timeout: 30_000 }).not.toBe('')
    // Where nobody may make namespaces an AppImage has none, and starts without.
    if (await person().canMakeNamespaces()) await expectSandbox(person(), program)
  })

  it('shows rows in the demo, records what is done to one, and has terminals', async () => {
    const trial = { person: person(), pid, folder: folder() }
    await expectRows(trial)
    await expectTerminal(trial)
  })

  it('ends when it is told to, and keeps what is the person’s', async () => {
    await person().end(program)
    expect(existsSync(path.join(folder(), 'history.db'))).toBe(true)
  })
})
