import type { Terminal } from '@xterm/xterm'

/** More than any screen has rows or columns. */
const most = 1_000

/** What xterm does as often as it is told: tabs, lines put in or taken out, scrolling, and a letter again. */
const counted = ['I', 'Z', 'L', 'M', 'S', 'T', 'b']

/**
 * Passes over sequences that ask for something a thousand million times. xterm would do it, and the whole window would
 * stand still meanwhile: what a host prints must not be able to do that.
 */
export function passOverHugeCounts({ parser }: Pick<Terminal, 'parser'>): void {
  for (const final of counted) parser.registerCsiHandler({ final }, ([count]) => Number(count) > most)
}
