import { EventEmitter } from 'node:events'
import type { ProtocolSource, ProxyConfig } from 'electron'
import { platform } from './platform.ts'

export const protocol = {
  registerSchemesAsPrivileged: (): void => {},
  registerSource(scheme: string, { routes }: ProtocolSource): void {
    for (const { match, source } of routes) {
      if (source.type === 'directory')
        platform.sources.set(`${match?.host}.${scheme}`, { root: source.root, headers: source.headers ?? {} })
    }
  },
}

/** The default session. Its proxy is the one that it was given. */
class Session extends EventEmitter {
  readonly protocol = protocol
  #rules = ''

  async setProxy({ proxyRules = '' }: ProxyConfig): Promise<void> {
    this.#rules = proxyRules
  }

  async resolveProxy(): Promise<string> {
    return this.#rules && this.#rules !== 'direct://' ? `PROXY ${this.#rules}` : 'DIRECT'
  }

  setPermissionRequestHandler(): void {}
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}
}

export const session = { defaultSession: new Session(), fromPartition: (): Session => new Session() }
