import type { Terminal } from '@xterm/xterm'
import type { XtermInside } from './xterm-inside'

/** Modes that xterm keeps among its options: there each change has everything drawn anew. */
const lineFeedIsNewLine = 20
const cursorBlinks = 12

/** Sets those modes where they cost nothing. A host's blinking cursor is then no setting of the person's either. */
export function makeModesCheap({ parser }: Terminal, { modes, options, obeying }: XtermInside): void {
  for (const [final, on] of [
    ['h', true],
    ['l', false],
  ] as const) {
    parser.registerCsiHandler({ final }, (params) => {
      if (!params.includes(lineFeedIsNewLine)) return false
      options.convertEol = on
      return obey(params, lineFeedIsNewLine, (rest) => (on ? obeying.setMode(rest) : obeying.resetMode(rest)))
    })
    parser.registerCsiHandler({ prefix: '?', final }, (params) => {
      if (!params.includes(cursorBlinks)) return false
      modes().cursorBlink = on
      return obey(params, cursorBlinks, (rest) =>
        on ? obeying.setModePrivate(rest) : obeying.resetModePrivate(rest),
      )
    })
  }
}

function obey(
  params: readonly (number | number[])[],
  done: number,
  rest: (params: { params: readonly number[]; length: number }) => boolean,
): boolean {
  const left = params.filter((each): each is number => typeof each === 'number' && each !== done)
  return rest({ params: left, length: left.length })
}
