import { type AppLink, parseAppLink } from '../../shared/app-link'

/** Keeps the link into the application that was opened last until the window is there to show it. */
export class AppLinks {
  #waiting: AppLink | null = null
  #tell = () => {}

  /** An address from outside; what is no link of ours is dropped. */
  open(address: string | undefined): void {
    const link = address === undefined ? null : parseAppLink(address)
    if (!link) return
    this.#waiting = link
    this.#tell()
  }

  /** Has `tell` called whenever there is one to be taken. */
  onWaiting(tell: () => void): void {
    this.#tell = tell
  }

  /** The link that waits; from now on none does. */
  take(): AppLink | null {
    const link = this.#waiting
    this.#waiting = null
    return link
  }
}
