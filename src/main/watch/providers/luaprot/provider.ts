import type { Scope } from '../../../../shared/account'
import { jsonText } from '../../../../shared/json-text'
import { err, ok, type Result } from '../../../../shared/result'
import type { DetailField, Session, SessionDetails } from '../../../../shared/session'
import { isSomebodyElse } from '../../../../shared/somebody-else'
import type { Clock } from '../../../clock'
import { liveByInfo, otherService, plain, unsupported, unwatchable, wholeAnswer } from '../answers'
import { detail, neverWhenEmpty, personal } from '../detail-fields'
import type { Http } from '../http'
import { ListMemories } from '../list-memories'
import { ListMemory } from '../list-memory'
import { foundInOne } from '../lookup-answers'
import { createSession } from '../new-session'
import type { Provider } from '../provider'
import { listReader, type Reading } from '../readers'
import {
  createLuaprotApi,
  type LuaprotInfo,
  type LuaprotKey,
  type LuaprotLookup,
  type LuaprotOccasion,
  type LuaprotSession,
  type LuaprotTarget,
  readSession,
  sessionsOf,
} from './api'
import { luaprotAsks } from './person'

const lookupOf = (scope: Scope): LuaprotLookup | null => {
  switch (scope.kind) {
    case 'hub':
      return { hubId: scope.id }
    case 'key':
      return { key: scope.id }
    case 'discord':
      return { discordId: scope.id }
    case 'script':
    case 'organisation':
      return null
  }
}

/** Whom one request reaches: no Discord id. */
const targetOf = (scope: Scope): LuaprotTarget | null => {
  if (scope.kind === 'hub') return { hubId: scope.id }
  return scope.kind === 'key' ? { key: scope.id } : null
}

/** Longest field of which no document says what it holds, characters of its JSON. */
const longestField = 2_000

/** The document says nothing of its inside: shown as it is. */
const asText = (value: unknown): string | null => {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : jsonText(value, longestField)
}

/** Only what never happened reads "never", not a time that cannot be read. */
const occasion = (id: string, label: string, at: LuaprotOccasion): DetailField =>
  at === 'never' ? detail.time(id, label, null, neverWhenEmpty) : detail.time(id, label, at)

const sessionFields = ({ session }: LuaprotInfo): DetailField[] => [
  detail.id('id', 'Session ID', session.id),
  detail.id('key', 'Key', session.key, personal),
  detail.text('robloxUsername', 'Roblox user', session.robloxUsername),
  detail.id('robloxJobId', 'Job', session.robloxJobId),
  detail.id('robloxUniverseId', 'Universe', session.robloxUniverseId),
  detail.time('created', 'Started', session.created),
]

const keyFields = (key: LuaprotKey): DetailField[] => [
  detail.id('hubId', 'Hub', key.hubId),
  detail.id('discordId', 'Discord ID', key.discordId, personal),
  detail.id('key', 'Key', key.key, personal),
  occasion('expire', 'Expires', key.expire),
  detail.text('note', 'Note', key.note, personal),
  detail.time('created', 'Created', key.created),
  detail.boolean('activated', 'Activated', key.activated),
  detail.id('hwid', 'Hardware ID', key.hwid, personal),
  detail.number('hwidResetCount', 'Hardware ID resets', key.hwidResetCount),
  occasion('lastHwidReset', 'Last hardware ID reset', key.lastHwidReset),
  detail.number('executionCount', 'Executions', key.executionCount),
  occasion('lastExecution', 'Last execution', key.lastExecution),
  detail.boolean('blacklisted', 'Blacklisted', key.blacklisted),
  detail.text('blacklistReason', 'Blacklist reason', key.blacklistReason),
  detail.text('limitedScripts', 'Limited to scripts', asText(key.limitedScripts)),
]

const discordFields = (discord: NonNullable<LuaprotKey['discordData']>): DetailField[] => [
  detail.id('discordData.id', 'Discord ID', discord.id, personal),
  detail.text('discordData.username', 'User name', discord.username, personal),
  detail.text('discordData.global_name', 'Display name', discord.global_name, personal),
  detail.text('discordData.avatar', 'Avatar', discord.avatar, personal),
  detail.time('discordData.modified', 'Modified', discord.modified),
  detail.time('discordData.created', 'Created', discord.created),
]

/** LuaProt in our words: one answer holds a whole scope; `/info` is requested only when somebody looks. */
export function createLuaprotProvider(accountId: string, http: Http, clock: Clock): Provider {
  const api = createLuaprotApi(http)
  const toSession = (session: LuaprotSession | LuaprotInfo['session']) =>
    createSession(accountId, 'luaprot', session.id, {
      userName: session.robloxUsername ?? null,
      jobId: session.robloxJobId ?? null,
      universeId: session.robloxUniverseId,
      startedAt: session.created,
    })
  const readRow = (item: unknown, reading: Reading) => toSession(readSession(item, reading))
  const memories = new ListMemories<Session>()

  return {
    sweepsUntilGone: 1,

    async listSessions(scope, { signal }) {
      const lookup = lookupOf(scope)
      if (!lookup) return err(unwatchable('LuaProt watches hubs, keys and Discord IDs only.', clock))
      const list = memories.of(
        `${scope.kind} ${scope.id}`,
        (room) => new ListMemory(sessionsOf, readRow, room),
      )
      return wholeAnswer('LuaProt', await api.getSessions(lookup, list, signal))
    },

    async details(session, signal): Promise<Result<SessionDetails>> {
      const reply = await api.sessionInfo(session.id, signal)
      if (!reply.ok) return plain(reply)
      const { key } = reply.value
      const sections = [{ title: 'Session', fields: sessionFields(reply.value) }]
      if (key) sections.push({ title: 'Key', fields: keyFields(key) })
      if (key?.discordData) sections.push({ title: 'Discord', fields: discordFields(key.discordData) })
      return ok({ key: session.key, fetchedAt: clock.now(), sections })
    },

    async message(session, message, departure) {
      if (message.kind !== 'text') return unsupported('LuaProt delivers texts, not handler calls.')
      const reply = await api.messageSession(session.id, message.text, departure)
      return reply.ok ? ok({ kind: 'delivered' }) : plain(reply)
    },

    disconnect: async (session, departure) => plain(await api.disconnectSession(session.id, departure)),

    wholeScope(scope) {
      const target = targetOf(scope)
      if (!target) return null
      return {
        message: async (text, departure) => plain(await api.messageSessions(target, text, departure)),
        disconnect: async (departure) => plain(await api.disconnectSessions(target, departure)),
      }
    },

    async lookup(question, signal) {
      if (question.provider !== 'luaprot') return otherService('LuaProt')
      const lookup = lookupOf({ kind: question.by, id: question.id })
      if (!lookup) return otherService('LuaProt')
      return foundInOne(await api.getSessions(lookup, listReader(sessionsOf, readRow), signal, 'lookup'))
    },

    isLive: async (session, signal) =>
      liveByInfo(
        await api.sessionInfo(session.id, signal),
        (info) => !isSomebodyElse(session, toSession(info.session)),
      ),

    asksAbout: luaprotAsks,

    close: () => http.close(),
  }
}
