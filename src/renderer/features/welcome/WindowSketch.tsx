import styles from './welcome.module.css'

/** Where the columns of the ghost begin, px. */
const columns = [44, 264, 420, 640, 860, 1010, 1160, 1330, 1500, 1680, 1850] as const
/** How much of each column a row fills, px, column after column: uneven as in life. */
const fills = [
  [112, 74, 128, 88, 36],
  [86, 60, 64, 104, 30],
  [134, 88, 80, 62, 42],
  [70, 66, 148, 92, 28],
  [104, 82, 60, 116, 38],
  [122, 54, 84, 70, 34],
  [78, 90, 112, 98, 40],
] as const
const rowPx = 32

/** The window as it will be, hardly there: what waits behind the first account. */
export function WindowSketch() {
  return (
    <svg aria-hidden="true" className={styles.ghost}>
      <pattern id="ghost-rows" width="4000" height={fills.length * rowPx} patternUnits="userSpaceOnUse">
        {fills.map((widths, row) => (
          <g key={widths[0]} transform={`translate(0 ${row * rowPx})`}>
            <circle cx="26" cy={rowPx / 2} r="4" />
            {columns.map((x, column) => (
              <rect
                key={x}
                x={x}
                y={rowPx / 2 - 3}
                width={widths[column % widths.length]}
                height="6"
                rx="3"
              />
            ))}
            <rect y={rowPx - 1} width="4000" height="1" />
          </g>
        ))}
      </pattern>
      <rect width="100%" height="100%" fill="url(#ghost-rows)" />
    </svg>
  )
}
