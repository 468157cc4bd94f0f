const esc = '\x1b'
const bell = '\x07'

/** Tab stops are put back up to here, columns: the widest terminal. */
const columns = 1_000
const tabWidth = 8

const tabStops = Array.from(
  { length: columns / tabWidth - 1 },
  (_, index) => `${esc}[${(index + 1) * tabWidth + 1}G${esc}H`,
).join('')

/**
 * Resets a terminal's modes and leaves what it shows: the modes of the mouse, the keys, the cursor and the letters that a
 * program set which is gone. Begins with CAN, which ends any unfinished sequence.
 */
export const modesReset = [
  '\x18',
  // Output that is held back is shown.
  `${esc}[?2026l`,
  // The mouse: no reports, and in no other form.
  `${esc}[?9l${esc}[?1006l`,
  // Line feeds are no new lines; no link goes on.
  `${esc}[20l${esc}]8;;${bell}`,
  // All else: margins, colours, charset, insert and origin mode, cursor, keypad, bracketed paste, focus reports.
  `${esc}[!p`,
].join('')

/**
 * The same for the screen: back from a full-screen program to where the cursor was before it, with the theme's own
 * colours and no title; what was printed stays, and the next line begins below it.
 */
export const terminalReset = [
  modesReset,
  // The cursor is saved first: on the first screen the next sequence would move it to where somebody saved it long ago.
  `${esc}7${esc}[?1049l`,
  // What was saved on the first screen when it was left: the letters' look, and the modes of a program within a program.
  modesReset,
  `${esc}]104${bell}${esc}]110${bell}${esc}]111${bell}${esc}]112${bell}${esc}]0;${bell}`,
  `${esc}[3g${tabStops}`,
  `\r\n${esc}[J`,
].join('')
