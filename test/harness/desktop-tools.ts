import { spawn } from 'node:child_process'
import { capture } from '../../scripts/command.mjs'

/** Listens on the session bus for requests for notifications. */
export async function watchNotifications(env: NodeJS.ProcessEnv = process.env) {
  const calls = ['Notify', 'CloseNotification']
  const rules = calls.map((member) => `interface='org.freedesktop.Notifications',member='${member}'`)
  const monitor = spawn('dbus-monitor', rules, {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let text = ''
  monitor.stdout.setEncoding('utf8').on('data', (data: string) => {
    text += data
  })
  // It prints a first message when it listens.
  await new Promise<void>((resolve, reject) => {
    monitor.stdout.once('data', () => resolve())
    monitor.once('error', reject)
  })
  return {
    /** Everything that was seen so far. */
    text: () => text,
    stop: () => void monitor.kill(),
  }
}

/** Clicks with the left mouse button at a place on the screen. */
export async function clickAt(x: number, y: number, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  await capture('xdotool', ['mousemove', String(x), String(y), 'click', '1'], { env })
}

/** Presses keys, such as `ctrl+alt+k`, for the focused window and for global shortcuts. */
export async function pressKeys(keys: string, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  await capture('xdotool', ['key', keys], { env })
}

/** Opens the menu of what is at a place on the screen and takes its last entry. */
export async function chooseLastFromMenuAt(
  x: number,
  y: number,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const words = [
    'mousemove',
    String(x),
    String(y),
    'click',
    '3',
    'sleep',
    '0.5',
    'key',
    'Up',
    'key',
    'Return',
  ]
  await capture('xdotool', words, { env })
}

/** Where the icons in the tray are: the centres of its windows' children. */
export async function trayIcons(env: NodeJS.ProcessEnv = process.env): Promise<{ x: number; y: number }[]> {
  const trays = (await capture('xdotool', ['search', '--onlyvisible', '--class', 'trayer'], { env })).stdout
  const icons: { x: number; y: number }[] = []
  for (const tray of trays.split('\n').filter(Boolean)) {
    const tree = (await capture('xwininfo', ['-children', '-id', tray], { env })).stdout
    for (const [, width, height, x, y] of tree.matchAll(/(\d+)x(\d+)\+-?\d+\+-?\d+\s+\+(-?\d+)\+(-?\d+)/g)) {
      const [w, h] = [Number(width), Number(height)]
      if (w >= 16 && h >= 16) icons.push({ x: Number(x) + w / 2, y: Number(y) + h / 2 })
    }
  }
  return icons
}
