import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { DemoOptions } from '../../../src/demo/options'
import { demoWith, rows } from './harness'

interface Created {
  session_id: string
  websocket_url: string
  token: string
  expires_at: string
}

async function vsay(options: DemoOptions = {}) {
  const { ask, ...rest } = await demoWith(options)
  const request = ask('vsay')
  const answer = await request('POST', '/sessions', {
    machine_id: 'mch_102',
    terminal_size: { cols: 120, rows: 40 },
  })
  const created = (answer.body as { data: Created }).data
  const listed = async () => rows(await request('GET', '/sessions'), 'data', 'sessions').map((row) => row.id)
  return { ...rest, request, created, listed }
}

/** A connected client that keeps everything it received. */
async function connect(url: string) {
  const socket = new WebSocket(url)
  onTestFinished(() => socket.terminate())
  const frames: Record<string, unknown>[] = []
  socket.on('message', (raw) => frames.push(JSON.parse(String(raw))))
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  await once(socket, 'open')
  const output = () => frames.map((frame) => (frame.type === 'output' ? frame.data : '')).join('')
  return {
    socket,
    frames,
    closed,
    send: (frame: object) => socket.send(JSON.stringify(frame)),
    type: (data: string) => socket.send(JSON.stringify({ type: 'input', data })),
    async until(text: string) {
      while (!output().includes(text)) await once(socket, 'message')
    },
  }
}

describe('VSay demo: terminals', () => {
  it('creates a session that is listed and has a WebSocket on the same host', async () => {
    const { created, listed, clock, demo } = await vsay()
    const port = new URL(demo.workspace.accounts[3]?.baseUrl ?? '').port
    expect(created.websocket_url).toBe(`ws://127.0.0.1:${port}/v1/sessions/${created.session_id}/ws`)
    expect(Date.parse(created.expires_at)).toBe(clock.now() + 3_600_000)
    expect(await listed()).toContain(created.session_id)
  })

  it('echoes, runs its few commands, notes a resize and logs what was typed', async () => {
    const { created, request } = await vsay()
    const terminal = await connect(created.websocket_url)
    terminal.send({ type: 'auth', token: created.token })
    await terminal.until('$ ')
    terminal.type('size\r')
    await terminal.until('size\r\n120x40\r\n')
    terminal.send({ type: 'resize', cols: 90, rows: 30 })
    terminal.type('sizf\x7fe\n')
    await terminal.until('90x30')
    terminal.type('ls\r')
    await terminal.until('deploy.log')
    terminal.type('seq 3\r')
    await terminal.until('1\r\n2\r\n3\r\n')
    const logs = rows(await request('GET', `/sessions/${created.session_id}/logs`), 'data', 'logs')
    expect(logs.map((entry) => entry.content)).toEqual([
      'size',
      '120x40',
      'size',
      '90x30',
      'ls',
      'deploy.log  notes.txt  scripts',
      'seq 3',
      '1\n2\n3',
    ])
  })

  it.each([
    ['exit', '\x03exit\r'],
    ['Ctrl+D', '\x04'],
  ])('ends the session with %s', async (_name, keys) => {
    const { created, listed } = await vsay()
    const terminal = await connect(created.websocket_url)
    terminal.send({ type: 'auth', token: created.token })
    terminal.type(keys)
    expect(await terminal.closed).toBe(1000)
    expect(terminal.frames.at(-1)).toEqual({ type: 'disconnect' })
    expect(await listed()).not.toContain(created.session_id)
  })

  it('tells the client when the session is terminated', async () => {
    const { created, request } = await vsay()
    const terminal = await connect(created.websocket_url)
    terminal.send({ type: 'auth', token: created.token })
    await terminal.until('$ ')
    await request('DELETE', `/sessions/${created.session_id}`)
    expect(await terminal.closed).toBe(1000)
    expect(terminal.frames.at(-1)).toEqual({ type: 'disconnect' })
  })

  it.each([
    ['input before auth', { type: 'input', data: 'ls\n' }, 'authenticate first'],
    ['a wrong token', { type: 'auth', token: 'guess' }, 'invalid token'],
  ])('turns away %s', async (_name, frame, message) => {
    const { created } = await vsay()
    const terminal = await connect(created.websocket_url)
    terminal.send(frame)
    expect(await terminal.closed).toBe(1008)
    expect(terminal.frames).toEqual([{ type: 'error', message }])
  })

  it('turns away a client that does not authenticate in time', async () => {
    const { created, clock } = await vsay()
    const terminal = await connect(created.websocket_url)
    clock.advance(10_000)
    expect(await terminal.closed).toBe(1008)
  })

  it('ends an unattended session when its token expires', async () => {
    const { created, clock, listed } = await vsay({ vsayTokenLifetimeMs: 60_000 })
    clock.advance(60_000)
    expect(await listed()).not.toContain(created.session_id)
    await expect(connect(created.websocket_url)).rejects.toThrow('404')
  })

  it('keeps an attended session beyond its token, but lets nobody in again', async () => {
    const { created, clock, listed } = await vsay({ vsayTokenLifetimeMs: 60_000 })
    const terminal = await connect(created.websocket_url)
    terminal.send({ type: 'auth', token: created.token })
    await terminal.until('$ ')
    clock.advance(60_000)
    expect(await listed()).toContain(created.session_id)
    const late = await connect(created.websocket_url)
    late.send({ type: 'auth', token: created.token })
    expect(await late.closed).toBe(1008)
    expect(late.frames).toEqual([{ type: 'error', message: 'token expired' }])
  })
})
