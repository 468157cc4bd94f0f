import { randomBytes } from 'node:crypto'
import type { Behaviour } from './behaviour'
import { systemClock } from './clock'
import { createControl } from './control'
import { type Listener, listen } from './http'
import { createJunkie } from './junkie'
import { createLuaAuth } from './luaauth'
import { createLuaProt } from './luaprot'
import {
  DEFAULT_POPULATION,
  type DemoOptions,
  delayFrom,
  MEAN_GAP_MS,
  PROVIDERS,
  type Provider,
  RATE_LIMITS,
} from './options'
import { RateLimit } from './rate-limit'
import { Recorder } from './recorder'
import type { Service, ServiceContext } from './service'
import { listenSsh } from './ssh-host'
import { createVSay } from './vsay'
import { CREDENTIALS, type Workspace, workspaceFor } from './workspace'
import { startChurn } from './world/churn'
import type { Crowd } from './world/population'
import { Prng } from './world/prng'

/** The four simulated services and the SSH host, listening. */
export interface Demo {
  /** A configuration that points at the services, in the form of the app's `--config` file. */
  workspace: Workspace
  /** The API with which another process steers this one. */
  control: { url: string; token: string }
  /** Requests and messages so far. */
  recorded: Recorder
  crowds: Record<Provider, Crowd>
  behave(provider: Provider, behaviour: Behaviour): void
  /** Stops the churn, drops every connection and frees the ports. */
  stop(): Promise<void>
}

const DAY_MS = 86_400_000

/** Starts the four services and the SSH host on loopback. Rejects when a port is taken. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const clock = options.clock ?? systemClock
  const prng = new Prng(options.seed ?? 1)
  const recorded = new Recorder()
  const behaviours: Record<Provider, Behaviour> = {
    luaprot: 'normal',
    luaauth: 'normal',
    junkie: 'normal',
    vsay: 'normal',
  }
  const population = { ...DEFAULT_POPULATION, ...options.population }

  const contextOf = (provider: Provider): ServiceContext => ({
    clock,
    prng: prng.fork(provider),
    recorder: recorded,
    credential: CREDENTIALS[provider],
    rateLimit: rateLimitOf(provider, options.rateLimits),
    behaviour: () => behaviours[provider],
  })
  const services: Record<Provider, Service> = {
    luaprot: createLuaProt(contextOf('luaprot'), {
      population: population.luaprot,
      removalDelayMs: delayFrom(
        options.luaprotRemovalDelayMs ?? [20_000, 90_000],
        prng.fork('luaprot/removal'),
      ),
    }),
    luaauth: createLuaAuth(contextOf('luaauth'), {
      population: population.luaauth,
      removalDelayMs: delayFrom(options.luaauthRemovalDelayMs ?? [300, 1_500], prng.fork('luaauth/removal')),
      messageWaitMs: options.luaauthMessageWaitMs ?? 60_000,
      plan: options.luaauthPlan ?? {},
    }),
    junkie: createJunkie(contextOf('junkie'), { population: population.junkie }),
    vsay: createVSay(contextOf('vsay'), {
      population: population.vsay,
      tokenLifetimeMs: options.vsayTokenLifetimeMs ?? DAY_MS / 24,
    }),
  }
  const crowds = mapProviders((provider) => services[provider].crowd)
  const behave = (provider: Provider, behaviour: Behaviour) => {
    behaviours[provider] = behaviour
    crowds[provider].conceal(behaviour === 'empty')
  }

  const token = randomBytes(24).toString('base64url')
  const control = createControl({ token, recorder: recorded, prng: prng.fork('control'), crowds, behave })
  const apps = { ...mapProviders((provider) => services[provider].app), control }
  const listeners = await listenAll(apps, options.ports ?? {})
  const ssh = await listenSsh({ clock, prng: prng.fork('ssh'), port: options.ports?.ssh ?? 0 }).catch(
    async (cause: unknown) => {
      await closeAll(listeners)
      throw cause
    },
  )

  const sockets = PROVIDERS.map((provider) => services[provider].attach?.(listeners[provider].server))
  const stopChurn =
    options.churn === false
      ? []
      : PROVIDERS.map((provider) =>
          startChurn(crowds[provider], {
            clock,
            prng: prng.fork(`${provider}/churn`),
            target: population[provider],
            meanGapMs: MEAN_GAP_MS[provider] / (options.churnSpeed ?? 1),
          }),
        )

  return {
    workspace: workspaceFor({ ...mapProviders((provider) => listeners[provider].port), ssh: ssh.port }),
    control: { url: `http://127.0.0.1:${listeners.control.port}`, token },
    recorded,
    crowds,
    behave,
    async stop() {
      for (const stop of stopChurn) stop()
      for (const socket of sockets) socket?.close()
      await Promise.all([closeAll(listeners), ssh.close()])
    },
  }
}

/** Opens every port, or none: a failure closes those that were opened. */
async function listenAll<Name extends Provider | 'control'>(
  apps: Record<Name, Service['app']>,
  ports: Partial<Record<Name, number>>,
): Promise<Record<Name, Listener>> {
  const opened: Partial<Record<Name, Listener>> = {}
  try {
    for (const name of Object.keys(apps) as Name[]) opened[name] = await listen(apps[name], ports[name] ?? 0)
  } catch (cause) {
    await closeAll(opened)
    throw cause
  }
  return opened as Record<Name, Listener>
}

async function closeAll(listeners: Partial<Record<string, Listener>>): Promise<void> {
  await Promise.all(Object.values(listeners).map((listener) => listener?.close()))
}

function rateLimitOf(provider: Provider, rateLimits: DemoOptions['rateLimits']): RateLimit | undefined {
  return rateLimits === false ? undefined : new RateLimit(rateLimits?.[provider] ?? RATE_LIMITS[provider])
}

function mapProviders<T>(make: (provider: Provider) => T): Record<Provider, T> {
  return {
    luaprot: make('luaprot'),
    luaauth: make('luaauth'),
    junkie: make('junkie'),
    vsay: make('vsay'),
  }
}
