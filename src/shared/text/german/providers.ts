import type { Translation } from '../catalogue'
import type { providersText } from '../providers'

export const providers: Translation<typeof providersText> = {
  luaprotCredential:
    'Legen Sie im Dashboard von LuaProt einen API-Schlüssel an und tragen Sie die öffentliche IP-Adresse dieses Computers in seine Liste erlaubter Adressen ein.',
  luaauthCredential: 'Kopieren Sie das API-Token von Ihrer Kontoseite bei LuaAuth.',
  junkieCredential: 'Legen Sie im Dashboard von Junkie einen API-Schlüssel mit dem Scope rest-api:* an.',
  vsayCredential: 'Legen Sie in den Einstellungen Ihrer Organisation bei VSay ein API-Token an.',

  hub: 'Hub',
  hubHelp:
    'Alle Sitzungen aller Skripte des Hubs. Seine ID steht in der Adresse, unter der das Dashboard ihn zeigt.',
  key: 'Schlüssel',
  keyHelp: 'Der Schlüssel eines Kunden.',
  discordId: 'Discord-ID',
  discordIdHelp: 'Ein einzelner Kunde.',
  script: 'Skript',
  scriptHelp: 'Die ID eines Skripts, wie Ihr Projekt bei LuaAuth sie nennt.',
  allScripts: 'Alle Skripte',
  allScriptsHelp: 'Jedes Skript, das dem Inhaber des Schlüssels gehört.',
  oneScript: 'Ein Skript',
  oneScriptHelp: 'Nur dieses Skript.',
  scriptId: 'Skript-ID',
  organisation: 'Ganze Organisation',
  organisationHelp: 'Alle aktiven SSH-Sitzungen.',

  // Hinter „mit“.
  needsScriptIds: 'den IDs der Skripte, die beobachtet werden sollen',
  needsOnlyKey: 'nichts als seinem Schlüssel',
  // Hinter „nach“.
  byKey: 'Schlüssel',
  byDiscordUser: 'Discord-Nutzer',
}
