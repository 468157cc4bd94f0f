import { mkdtemp, rm } from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { agentPlaces, findAgent } from '../../../../../src/main/terminal/ssh/agent'

describe('the agents of a machine', () => {
  const unix = {
    environment: { SSH_AUTH_SOCK: '/run/agent', MINE: '/run/mine' },
    platform: 'linux',
    home: '/home/me',
  } as const
  const windows = { environment: {}, platform: 'win32', home: 'C:\\Users\\me' } as const
  const named = (name: string) => `$${name}`
  const braced = (name: string) => `$${`{${name}}`}`

  it.each([
    [undefined, ['/run/agent']],
    ['SSH_AUTH_SOCK', ['/run/agent']],
    ['none', []],
    ['/run/other', ['/run/other']],
    ['~/agents/one', ['/home/me/agents/one']],
    [named('MINE'), ['/run/mine']],
    [named('THEIRS'), []],
    [`${braced('MINE')}/deeper`, ['/run/mine/deeper']],
    [`${braced('THEIRS')}/deeper`, []],
  ])('are, where the config says %s', (identityAgent, places) => {
    expect(agentPlaces(identityAgent, unix)).toEqual(places)
  })

  it('are Windows’ own and PuTTY’s where nothing else is named', () => {
    expect(agentPlaces(undefined, windows)).toEqual(['\\\\.\\pipe\\openssh-ssh-agent', 'pageant'])
    expect(agentPlaces('none', windows)).toEqual([])
    expect(agentPlaces('SSH_AUTH_SOCK', windows)).toEqual([])
  })

  describe('that do not answer', () => {
    let folder: string
    beforeEach(async () => {
      folder = await mkdtemp(path.join(os.tmpdir(), 'agents-'))
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    })
    afterEach(async () => {
      vi.useRealTimers()
      await rm(folder, { recursive: true })
    })

    it('are waited for, with a word to the person, and left out at last', async () => {
      const place = path.join(folder, 'silent')
      const server = net.createServer()
      await new Promise<void>((resolve) => server.listen(place, resolve))
      const notice = vi.fn()
      const found = findAgent([place], notice)
      await vi.advanceTimersByTimeAsync(3_000)
      expect(notice.mock.calls).toEqual([
        [`The agent ${place} has not answered yet; it may be asking you something.`],
      ])
      await vi.advanceTimersByTimeAsync(57_000)
      expect(await found).toBeNull()
      server.close()
    })

    it('because they are not there are left out at once', async () => {
      const notice = vi.fn()
      expect(await findAgent([path.join(folder, 'nobody')], notice)).toBeNull()
      expect(notice).not.toHaveBeenCalled()
    })
  })
})
