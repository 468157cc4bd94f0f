import { type AppError, err, ok, type Result } from '../../../shared/result'
import { desktopText } from '../../../shared/text/desktop'

/** Electron's `globalShortcut`, as far as used. */
type Registry = {
  register(accelerator: string, callback: () => void): boolean
  unregister(accelerator: string): void
}

const refused = (accelerator: string): AppError => ({
  kind: 'config',
  path: 'findShortcut',
  message: desktopText.shortcutTaken(accelerator),
})

/** The one shortcut that works while other applications have the focus. Nothing is registered until it is set. */
export class FindShortcut {
  readonly #registry: Registry
  readonly #onPress: () => void
  #current = ''
  /** Keys of the settings that the system does not give. */
  #refused: string | null = null

  /** @param onPress the keys were pressed, somewhere */
  constructor(registry: Registry, onPress: () => void) {
    this.#registry = registry
    this.#onPress = onPress
  }

  /** Why the keys of the settings do not work in this run; `null`: they do, or there are none. */
  get problem(): AppError | null {
    return this.#refused === null ? null : refused(this.#refused)
  }

  /** Listens for these keys instead of the previous; `''` for none. Keys the system refuses change nothing. */
  set(accelerator: string): Result<void> {
    const isOther = accelerator !== this.#current
    if (isOther && accelerator !== '' && !this.#isGiven(accelerator)) {
      this.#refused = accelerator
      return err(refused(accelerator))
    }
    if (isOther && this.#current !== '') this.#registry.unregister(this.#current)
    this.#current = accelerator
    this.#refused = null
    return ok(undefined)
  }

  #isGiven(accelerator: string): boolean {
    try {
      return this.#registry.register(accelerator, this.#onPress)
    } catch {
      // It throws on what it cannot parse.
      return false
    }
  }
}
