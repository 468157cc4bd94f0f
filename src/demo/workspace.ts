import { LUAAUTH_SCRIPT_IDS } from './luaauth-world'
import { LUAPROT_HUB_ID } from './luaprot'
import type { Provider } from './options'

/** The demo's keys: open nothing but the demo. */
export const CREDENTIALS: Readonly<Record<Provider, string>> = {
  luaprot: 'demo-luaprot-key',
  luaauth: 'demo-luaauth-key',
  junkie: 'demo-junkie-key',
  vsay: 'demo-vsay-token',
}

/** The login of the demo's SSH host, whose greeting says it. */
export const SSH_LOGIN = { user: 'demo', password: 'demo' }

/** The app's `--config` file, as far as the demo uses it. */
export interface Workspace {
  accounts: {
    provider: Provider
    label: string
    baseUrl: string
    credential: string
    scopes?: { kind: 'hub' | 'key' | 'discord' | 'script'; id: string }[]
  }[]
  settings: { heartbeatIntervalMs: number }
  hosts: { label: string; group: string; host: string; port: number; user: string }[]
}

/** One account at each service, and the SSH host, on the given ports. */
export function workspaceFor(ports: Readonly<Record<Provider | 'ssh', number>>): Workspace {
  const origin = (provider: Provider) => `http://127.0.0.1:${ports[provider]}`
  return {
    accounts: [
      {
        provider: 'luaprot',
        label: 'Hub One',
        baseUrl: origin('luaprot'),
        credential: CREDENTIALS.luaprot,
        scopes: [{ kind: 'hub', id: LUAPROT_HUB_ID }],
      },
      {
        provider: 'luaauth',
        label: 'Autofarm',
        baseUrl: origin('luaauth'),
        credential: CREDENTIALS.luaauth,
        scopes: [
          { kind: 'script', id: LUAAUTH_SCRIPT_IDS.keyed },
          { kind: 'script', id: LUAAUTH_SCRIPT_IDS.freeForAll },
        ],
      },
      {
        provider: 'junkie',
        label: 'Junkie',
        baseUrl: `${origin('junkie')}/api/v2`,
        credential: CREDENTIALS.junkie,
      },
      { provider: 'vsay', label: 'Ops', baseUrl: `${origin('vsay')}/v1`, credential: CREDENTIALS.vsay },
    ],
    settings: { heartbeatIntervalMs: 2000 },
    hosts: [{ label: 'Demo host', group: 'Demo', host: '127.0.0.1', port: ports.ssh, user: SSH_LOGIN.user }],
  }
}
