import { type AppError, err, ok, type Result } from '../../../shared/result'

/** Electron's `globalShortcut`, as far as it is used. */
type Registry = {
  register(accelerator: string, callback: () => void): boolean
  unregister(accelerator: string): void
}

/** The one shortcut that works while other applications have the focus. */
type FindShortcut = {
  /** Listens for these keys in place of those before; `''` for none. Keys that the system refuses change nothing. */
  set(accelerator: string): Result<void>
  /** Why the keys of the settings do not work in this run; `null`: they do, or there are none. */
  readonly problem: AppError | null
}

const refused = (accelerator: string): AppError => ({
  kind: 'config',
  path: 'findShortcut',
  message: `The system does not give ${accelerator} to Sessiondeck; another application has it. Choose other keys in the settings.`,
})

/** Nothing is registered until it is set. `onPress`: the keys were pressed, somewhere. */
export function createFindShortcut(registry: Registry, onPress: () => void): FindShortcut {
  let current = ''
  let problem: AppError | null = null
  const taken = (accelerator: string) => {
    try {
      return registry.register(accelerator, onPress)
    } catch {
      // What it cannot parse it throws.
      return false
    }
  }
  return {
    get problem() {
      return problem
    },
    set(accelerator) {
      if (accelerator !== current && accelerator !== '' && !taken(accelerator)) {
        problem = refused(accelerator)
        return err(problem)
      }
      if (accelerator !== current && current !== '') registry.unregister(current)
      current = accelerator
      problem = null
      return ok(undefined)
    },
  }
}
