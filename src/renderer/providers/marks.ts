import type { ProviderId } from '../../shared/account'

/** A service's own sign. Colours of health are nobody's: they would say something. */
type Mark = {
  /** An SVG path in a square of 12. */
  shape: string
  light: string
  dark: string
}

/** The sign of each service, drawn by us. */
export const marks: Readonly<Record<ProviderId, Mark>> = {
  // A shield.
  luaprot: {
    shape: 'M6 .4 11 2.2V6C11 8.8 9 10.8 6 11.7 3 10.8 1 8.8 1 6V2.2Z',
    light: '#7446c4',
    dark: '#b79cf2',
  },
  // A key.
  luaauth: {
    shape:
      'M3.7 2.3a3.7 3.7 0 0 1 3.55 2.7H12V7.6H10.7V9.4H8.3V7.6H7.1A3.7 3.7 0 1 1 3.7 2.3ZM3.6 4.8a1.2 1.2 0 1 0 .01 0Z',
    light: '#1f6fb8',
    dark: '#7cbcf5',
  },
  // A spark.
  junkie: { shape: 'M7.4 0 1.6 7H5L4 12 10.4 4.8H6.6Z', light: '#b8327f', dark: '#f08cc0' },
  // A prompt.
  vsay: {
    shape:
      'M1.5 1H10.5A1.5 1.5 0 0 1 12 2.5V9.5A1.5 1.5 0 0 1 10.5 11H1.5A1.5 1.5 0 0 1 0 9.5V2.5A1.5 1.5 0 0 1 1.5 1ZM2.2 3.9 4.3 6 2.2 8.1 3.1 9 6.1 6 3.1 3ZM6.5 7.9V9.1H10V7.9Z',
    light: '#0f766e',
    dark: '#6fd0c4',
  },
}
