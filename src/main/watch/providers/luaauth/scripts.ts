import { ok } from '../../../../shared/result'
import type { ScriptEdit } from '../../../../shared/script'
import type { Clock } from '../../../clock'
import { plain } from '../answers'
import type { Scripts } from '../provider'
import type { LuaauthScriptEdit, LuaauthScriptsApi } from './api-scripts'

/** LuaAuth's *Script endpoints* in our words. */
export function createLuaauthScripts(api: LuaauthScriptsApi, clock: Clock): Scripts {
  return {
    async info(scriptId, signal) {
      const reply = await api.scriptInfo(scriptId, signal)
      if (!reply.ok) return plain(reply)
      const { value } = reply
      return ok({
        id: value.id,
        projectId: value.project_id,
        name: value.name,
        freeForAll: value.free_for_all,
        useHeartbeat: value.use_heartbeat,
        kickOutdated: value.kick_outdated,
        requireSessions: value.require_sessions,
        enabled: value.enabled,
        totalExecutions: value.total_executions,
        totalSessions: value.total_sessions,
        totalInstances: value.total_instances,
        fetchedAt: clock.now(),
      })
    },

    async executions(scriptId, signal) {
      const reply = await api.executions(scriptId, signal)
      if (!reply.ok) return plain(reply)
      const days = Object.entries(reply.value).map(([day, executions]) => ({ day, executions }))
      return ok({ days, fetchedAt: clock.now() })
    },

    edit: async (scriptId, edit, departure) => plain(await api.editScript(scriptId, toWire(edit), departure)),

    toggle: async (scriptId, enabled, departure) =>
      plain(await api.toggleScript(scriptId, enabled, departure)),

    update: async (scriptId, source, departure) => plain(await api.updateScript(scriptId, source, departure)),

    remove: async (scriptId, departure) => plain(await api.removeScript(scriptId, departure)),
  }
}

/** What is left out stays out of the JSON, so that the service leaves it alone. */
const toWire = (edit: ScriptEdit): LuaauthScriptEdit => ({
  name: edit.name,
  free_for_all: edit.freeForAll,
  use_heartbeat: edit.useHeartbeat,
  kick_outdated: edit.kickOutdated,
  require_sessions: edit.requireSessions,
})
