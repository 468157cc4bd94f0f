import { createHash } from 'node:crypto'
import ssh2, { type ClientChannel } from 'ssh2'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../../src/demo/demo'
import { floodPieces } from '../../../src/demo/ssh-shell'

let demo: Demo
const clients: ssh2.Client[] = []
const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, 'g')

beforeEach(async () => {
  demo = await startDemo({ churn: false, population: { luaprot: 0, luaauth: 0, junkie: 0, vsay: 0 } })
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.end()
  await demo.stop()
})

const address = () => {
  const [host] = demo.workspace.hosts
  if (!host) throw new Error('The demo has no SSH host.')
  return { host: host.host, port: host.port, username: host.user }
}

function sign(login: object): Promise<ssh2.Client> {
  const client = new ssh2.Client()
  clients.push(client)
  return new Promise((resolve, reject) => {
    client.once('ready', () => resolve(client))
    // Not once: the demo hangs up hard when it stops.
    client.on('error', reject)
    client.connect({ ...address(), ...login })
  })
}

/** A shell, with what it has printed so far, as text without escape sequences. */
async function openShell(size = { cols: 80, rows: 24 }) {
  const client = await sign({ password: 'demo' })
  const channel = await new Promise<ClientChannel>((resolve, reject) => {
    client.shell(size, (error, opened) => (error ? reject(error) : resolve(opened)))
  })
  let output = ''
  channel.on('data', (data: Buffer) => {
    output += data.toString()
  })
  const plain = () => output.replaceAll(escapes, '')
  await expect.poll(plain).toMatch(/\$ $/)
  return { channel, output: () => output, plain }
}

describe("the demo's SSH host", () => {
  it('lets in who knows the password, either way', async () => {
    await sign({ password: 'demo' })
    const client = new ssh2.Client()
    client.on('keyboard-interactive', (_name, _instructions, _language, _prompts, answer) => answer(['demo']))
    clients.push(client)
    await new Promise((resolve, reject) => {
      client.once('ready', () => resolve(undefined))
      client.on('error', reject)
      client.connect({ ...address(), tryKeyboard: true })
    })
    await expect(sign({ password: 'wrong' })).rejects.toThrow('authentication methods failed')
  })

  it('keeps its key from one start to the next', async () => {
    const keyOf = async () => {
      let key = ''
      await sign({
        password: 'demo',
        hostVerifier(shown: Buffer) {
          key = shown.toString('base64')
          return true
        },
      })
      return key
    }
    const first = await keyOf()
    await demo.stop()
    demo = await startDemo({ churn: false })
    expect(await keyOf()).toBe(first)
  })

  it('answers its commands, and says its exit code', async () => {
    const { channel, plain, output } = await openShell()
    channel.write('help\recho a  b\runicode\rcolours\rnonsense\r')
    await expect.poll(plain).toContain('nonsense: command not found')
    expect(plain()).toContain('flood [MIB]')
    expect(plain()).toContain('\r\na  b\r\n')
    expect(plain()).toContain('漢字')
    expect(output()).toContain('\u001b[48;2;')
    const exit = new Promise((resolve) => channel.once('exit', resolve))
    channel.write('exit 3\r')
    expect(await exit).toBe(3)
  })

  it('knows the size of its window', async () => {
    const { channel, plain } = await openShell({ cols: 100, rows: 30 })
    channel.write('size\r')
    await expect.poll(plain).toContain('100x30')
    channel.setWindow(50, 132, 0, 0)
    channel.write('size\r')
    await expect.poll(plain).toContain('132x50')
  })

  it('floods until Ctrl+C, or as much as was asked for', async () => {
    const { channel, plain } = await openShell()
    channel.write('flood\r')
    await expect.poll(plain).toContain('000010000')
    channel.write('\u0003')
    await expect.poll(plain).toMatch(/\^C\r\ndemo@host:~\$ $/)
    channel.write('flood 2\r')
    await expect.poll(() => plain().match(/demo@host:~\$ $/) && plain().includes('flood 2')).toBeTruthy()
  })

  it('floods with what its generator gives', () => {
    const hash = () => {
      const sum = createHash('sha256')
      let bytes = 0
      for (const piece of floodPieces(3_000_000)) {
        sum.update(piece)
        bytes += piece.length
      }
      return [bytes, sum.digest('hex')]
    }
    expect(hash()).toEqual(hash())
    expect(hash()[0]).toBe(3_000_000)
  })

  it('fills a bar', async () => {
    const { channel, plain } = await openShell()
    channel.write('progress\r')
    await expect.poll(plain, { timeout: 10_000 }).toContain('100 %')
  })
})
