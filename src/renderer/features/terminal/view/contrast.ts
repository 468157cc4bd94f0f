type Rgb = readonly [red: number, green: number, blue: number]

const rgbOf = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
]

const channel = (value: number) => {
  const share = value / 255
  return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

const luminance = ([red, green, blue]: Rgb) =>
  0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)

const ratio = (one: number, other: number) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)

/** The contrast of two colours, `#rrggbb`, as WCAG counts it: 1 to 21. */
export const contrast = (one: string, other: string): number =>
  ratio(luminance(rgbOf(one)), luminance(rgbOf(other)))

/**
 * A text's colour, lighter or darker as far as it needs to be read on a background: what a terminal makes of it. `#rrggbb`.
 *
 * @param least the contrast that it has afterwards, where there is such a colour
 */
export function readableOn(background: string, colour: string, least: number): string {
  if (contrast(background, colour) >= least) return colour
  const isLighter = luminance(rgbOf(colour)) >= luminance(rgbOf(background))
  const first = towards(isLighter ? 255 : 0, background, colour, least)
  if (contrast(background, first) >= least) return first
  const second = towards(isLighter ? 0 : 255, background, colour, least)
  return contrast(background, second) > contrast(background, first) ? second : first
}

/** Moves a colour towards black (0) or white (255), a tenth of the way at a time. */
function towards(end: 0 | 255, background: string, colour: string, least: number): string {
  let now = colour
  while (contrast(background, now) < least) {
    const next = rgbOf(now).map((value) =>
      end === 0
        ? Math.max(0, value - Math.ceil(value / 10))
        : Math.min(255, value + Math.ceil((255 - value) / 10)),
    )
    const hex = `#${next.map((value) => value.toString(16).padStart(2, '0')).join('')}`
    if (hex === now) break
    now = hex
  }
  return now
}
