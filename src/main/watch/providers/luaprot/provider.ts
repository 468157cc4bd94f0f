import type { Scope } from '../../../../shared/account'
import { jsonText } from '../../../../shared/json-text'
import { err, ok, type Result } from '../../../../shared/result'
import type { DetailField, Session, SessionDetails } from '../../../../shared/session'
import { isSomebodyElse } from '../../../../shared/somebody-else'
import { detailFieldsText } from '../../../../shared/text/detail-fields'
import { serviceAnswersText } from '../../../../shared/text/service-answers'
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
  at === 'never' ? detail.time(id, label, null, neverWhenEmpty()) : detail.time(id, label, at)

const sessionFields = ({ session }: LuaprotInfo): DetailField[] => [
  detail.id('id', detailFieldsText.sessionId, session.id),
  detail.id('key', detailFieldsText.key, session.key, personal),
  detail.text('robloxUsername', detailFieldsText.robloxUser, session.robloxUsername),
  detail.id('robloxJobId', detailFieldsText.job, session.robloxJobId),
  detail.id('robloxUniverseId', detailFieldsText.universe, session.robloxUniverseId),
  detail.time('created', detailFieldsText.started, session.created),
]

const keyFields = (key: LuaprotKey): DetailField[] => [
  detail.id('hubId', detailFieldsText.hub, key.hubId),
  detail.id('discordId', detailFieldsText.discordId, key.discordId, personal),
  detail.id('key', detailFieldsText.key, key.key, personal),
  occasion('expire', detailFieldsText.expires, key.expire),
  detail.text('note', detailFieldsText.note, key.note, personal),
  detail.time('created', detailFieldsText.created, key.created),
  detail.boolean('activated', detailFieldsText.activated, key.activated),
  detail.id('hwid', detailFieldsText.hardwareId, key.hwid, personal),
  detail.number('hwidResetCount', detailFieldsText.hardwareIdResets, key.hwidResetCount),
  occasion('lastHwidReset', detailFieldsText.lastHardwareIdReset, key.lastHwidReset),
  detail.number('executionCount', detailFieldsText.executions, key.executionCount),
  occasion('lastExecution', detailFieldsText.lastExecution, key.lastExecution),
  detail.boolean('blacklisted', detailFieldsText.blacklisted, key.blacklisted),
  detail.text('blacklistReason', detailFieldsText.blacklistReason, key.blacklistReason),
  detail.text('limitedScripts', detailFieldsText.limitedScripts, asText(key.limitedScripts)),
]

const discordFields = (discord: NonNullable<LuaprotKey['discordData']>): DetailField[] => [
  detail.id('discordData.id', detailFieldsText.discordId, discord.id, personal),
  detail.text('discordData.username', detailFieldsText.userName, discord.username, personal),
  detail.text('discordData.global_name', detailFieldsText.displayName, discord.global_name, personal),
  detail.text('discordData.avatar', detailFieldsText.avatar, discord.avatar, personal),
  detail.time('discordData.modified', detailFieldsText.modified, discord.modified),
  detail.time('discordData.created', detailFieldsText.created, discord.created),
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
      if (!lookup) return err(unwatchable(serviceAnswersText.luaprotScopes, clock))
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
      const sections = [{ title: detailFieldsText.session, fields: sessionFields(reply.value) }]
      if (key) sections.push({ title: detailFieldsText.key, fields: keyFields(key) })
      if (key?.discordData)
        sections.push({ title: detailFieldsText.discord, fields: discordFields(key.discordData) })
      return ok({ key: session.key, fetchedAt: clock.now(), sections })
    },

    async message(session, message, departure) {
      if (message.kind !== 'text') return unsupported(serviceAnswersText.luaprotTexts)
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
