import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Figure, figureOf } from './figures'
import { median, type Round } from './statistics'
import type { TerminalLab } from './terminal-lab'

const rounds = 7

/** From the press on a host until its prompt is parsed, against the OpenSSH client from its start to the same prompt. */
export async function measureConnect(lab: TerminalLab): Promise<Figure[]> {
  await lab.pause(true)
  const knownHosts = path.join(lab.server.folder, 'known_hosts')
  await writeFile(knownHosts, await lab.server.knownHostsLine('ed25519'))
  const pairs: Round[] = []
  for (let round = 0; round <= rounds; round++) {
    const { tookMs } = await lab.open()
    await lab.page.keyboard.press('Control+Shift+KeyW')
    await lab.page.waitForTimeout(300)
    const against = await openSsh(lab, knownHosts)
    // The first warms both up.
    if (round > 0) pairs.push({ measured: tookMs, against })
  }
  const own = median(pairs.map((pair) => pair.measured)).toFixed(0)
  const theirs = median(pairs.map((pair) => pair.against)).toFixed(0)
  return [
    figureOf({
      name: 'Connect to prompt, against the OpenSSH client',
      rounds: pairs,
      aim: 0.5,
      detail: `${own} ms against ${theirs} ms`,
    }),
  ]
}

/** ms from starting OpenSSH's client until the shell's prompt came. */
async function openSsh({ server, key }: TerminalLab, knownHosts: string): Promise<number> {
  const options = [
    'IdentitiesOnly=yes',
    'IdentityAgent=none',
    'BatchMode=yes',
    `UserKnownHostsFile=${knownHosts}`,
  ]
  const args = ['-F', 'none', '-tt', '-p', String(server.port), '-i', key]
  const began = performance.now()
  const client = spawn(
    'ssh',
    [...args, ...options.flatMap((option) => ['-o', option]), `${server.user}@${server.host}`],
    {
      env: { ...process.env, TERM: 'xterm-256color' },
    },
  )
  const ended = new Promise((resolve) => client.once('close', resolve))
  try {
    return await new Promise<number>((resolve, reject) => {
      let printed = ''
      const read = (data: Buffer) => {
        printed += data
        if (/[$#] $/.test(printed)) resolve(performance.now() - began)
      }
      client.stdout.on('data', read)
      client.stderr.on('data', read)
      client.once('error', reject)
      client.once('close', () => reject(new Error(`ssh ended: ${printed.slice(-500)}`)))
    })
  } finally {
    client.kill()
    await ended
  }
}
