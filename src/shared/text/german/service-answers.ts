import { catalogue, type Translation } from '../catalogue'
import type { serviceAnswersText } from '../service-answers'

export const serviceAnswers: Translation<typeof serviceAnswersText> = {
  luaprotAdvice:
    'Prüfen Sie den API-Schlüssel, und ob die IP-Freigabeliste im LuaProt-Dashboard die öffentliche Adresse dieses Computers enthält.',
  luaprotScopes: 'LuaProt beobachtet nur Hubs, Schlüssel und Discord-IDs.',
  luaprotTexts: 'LuaProt stellt Texte zu, keine Handler-Aufrufe.',
  luaprotExactlyOne: (names) => `Genau eines von ${names} wird gebraucht. Es wurde nichts gesendet.`,
  luaprotNotManaged: (words) =>
    `LuaProt sagt: „${words}“ Die Sitzung ist schon beendet, oder ihr Hub gehört zu einem anderen Konto.`,
  luaprotNoCustomer: (words) =>
    `LuaProt sagt: „${words}“ Kein Kunde dieses Kontos hat diesen Schlüssel oder diese Discord-ID. Prüfen Sie, wonach gefragt wurde.`,
  luaprotSearched: 'Live-Liste durchsucht; LuaProt lässt sich nur nach Discord-ID oder Schlüssel fragen',
  byDiscordId: 'nach Discord-ID',
  byKey: 'nach Schlüssel',

  luaauthAdvice: 'Prüfen Sie das API-Token im Konto.',
  luaauthScopes: 'LuaAuth beobachtet nur Skripte.',
  luaauthHandlers: 'LuaAuth ruft einen Handler auf; Texte stellt es nicht zu.',
  luaauthClientSilent:
    'LuaAuth hat den Aufruf weitergegeben, und der Client hat nie geantwortet; ob er gewirkt hat, ist nicht bekannt. Prüfen Sie das, bevor Sie es noch einmal versuchen.',
  luaauthNoReason: 'kein Grund angegeben',
  luaauthOneFilter: (names) => `mindestens eines von ${names} wird gebraucht`,
  luaauthOneField: 'mindestens ein Feld wird gebraucht',
  luaauthOneId: 'muss mindestens eine ID enthalten',
  luaauthExpired: 'Das LuaAuth-Konto ist abgelaufen. Verlängern Sie es und versuchen Sie es noch einmal.',
  luaauthNothingChanged: 'LuaAuth sollte nichts ändern. Ändern Sie zuerst ein Feld.',
  luaauthNoFreeForAll:
    'Der Tarif dieses LuaAuth-Kontos erlaubt keine Skripte, die frei für alle sind. Wechseln Sie ihn, oder lassen Sie das ausgeschaltet.',
  luaauthNoObfuscations:
    'Dieses LuaAuth-Konto hat keine Verschleierungen mehr übrig. Warten Sie auf den nächsten Zeitraum, oder wechseln Sie den Tarif.',
  luaauthNotParsed:
    'LuaAuth kann das Skript nicht lesen. Beheben Sie, was der Parser meldet, und aktualisieren Sie es noch einmal.',
  luaauthNotObfuscated:
    'LuaAuth konnte das Skript nicht verschleiern. Beheben Sie, was gemeldet wird, und aktualisieren Sie es noch einmal.',
  luaauthFewObfuscations:
    'Dieses LuaAuth-Konto hat zu wenige Verschleierungen für das Init-Skript übrig. Wechseln Sie den Tarif, oder warten Sie.',
  luaauthInitNotObfuscated:
    'LuaAuth konnte das Init-Skript nicht verschleiern. Beheben Sie, was gemeldet wird, und aktualisieren Sie es noch einmal.',
  luaauthUpdateFirst:
    'LuaAuth verlangt, dass das Skript zuerst aktualisiert wird. Aktualisieren Sie es und schalten Sie es dann noch einmal um.',
  luaauthNoFilter:
    'LuaAuth verlangt einen Filter: einen Schlüssel, eine Roblox-ID, einen Ort oder einen Job.',
  byJobAt: (script) => `nach Job bei Skript ${script}`,
  byRobloxIdAt: (script) => `nach Roblox-ID bei Skript ${script}`,
  byKeyAt: (script) => `nach Schlüssel bei Skript ${script}`,

  junkieAdvice: 'Prüfen Sie den API-Schlüssel im Konto, und ob er den Bereich rest-api:* hat.',
  junkieForbidden:
    'Junkie antwortet so auch, wenn es zu oft gefragt wird; später wird erneut gefragt. Bleibt es dabei, prüfen Sie, ob der API-Schlüssel den Bereich rest-api:* hat.',
  junkieScopes: 'Junkie beobachtet alle Skripte oder eines.',
  junkieNoMessage: 'Bei Junkie gibt es keine Nachrichten an Sitzungen.',
  junkieNoDisconnect: 'Bei Junkie lassen sich Sitzungen nicht trennen.',
  junkieDown:
    'Junkies eigener Dienst für Lebenszeichen ist ausgefallen (502). Die letzten Zeilen bleiben; später wird erneut gefragt.',
  junkieContradicts: (sessions) =>
    `Junkie zählt insgesamt ${sessions} Sitzungen, aber kein Skript, das welche hat. Die letzten Zeilen bleiben; später wird erneut gefragt.`,
  junkieNoScriptId: 'Junkie zählt Sitzungen bei einem Skript, nach dessen ID sich nicht fragen lässt.',
  junkieManyScripts: (scripts, read) =>
    `Junkie zählt Sitzungen bei ${catalogue.number(scripts)} Skripten; nur die ersten ${catalogue.number(read)} werden gelesen.`,
  junkieUnknownScript: 'Junkie zählt Sitzungen bei diesem Skript, kennt es aber nicht (404).',
  junkieListsMore: (counted, listed) =>
    `Junkie zählt hier ${catalogue.number(counted)} Sitzungen und führt mehr als ${catalogue.number(listed)} auf; die übrigen werden nicht angezeigt.`,
  junkieListsNone: (counted) =>
    `Junkie zählt hier ${catalogue.number(counted)} Sitzungen und führt keine davon auf.`,
  junkieListsFewer: (counted, listed) =>
    `Junkie zählt hier ${catalogue.number(counted)} Sitzungen und führt nur ${catalogue.number(listed)} auf.`,
  scripts: (count) => catalogue.plural(count, { one: '# Skript', other: '# Skripte' }),
  byUserNameAt: (script) => `nach Nutzername bei Skript ${script}`,
  scriptsNotAsked: (scripts) =>
    `${catalogue.number(scripts)} weitere Skripte werden nicht gefragt, um das Kontingent des Kontos zu schonen: „Suchen“ fragt eines Ihrer Wahl`,

  vsayAdvice: 'Prüfen Sie das API-Token im Konto, und was es in der Organisation darf.',
  vsayScopes: 'VSay beobachtet nur die ganze Organisation.',
  vsayNoMessage: 'Bei VSay gibt es keine Nachrichten an Sitzungen.',
  vsayNoStatus: 'VSay sagt nicht, ob die Sitzung aktiv ist. Sehen Sie in der Liste nach.',
  vsayTime: 'muss eine Zeit nach ISO 8601 sein',
  vsaySessionId: 'muss eine Sitzungs-ID sein',
  vsayMoreEntries: (entries) => `… und ${catalogue.number(entries)} weitere Einträge`,
  vsaySearched: 'Vollständige Live-Liste durchsucht; VSay findet beendete Sitzungen nur nach Nutzer-ID',
  vsayAllOf: (days) =>
    `nach Sitzungen des Nutzers in den letzten ${catalogue.number(days)} Tagen, auch beendeten`,
  vsayAllOfName: (days) =>
    `nach Sitzungen eines Nutzers dieses Namens in den letzten ${catalogue.number(days)} Tagen, auch beendeten`,
  vsayEndedOf: (days) =>
    `nach beendeten Sitzungen des Nutzers in den letzten ${catalogue.number(days)} Tagen`,
  vsayEndedOfName: (days) =>
    `nach beendeten Sitzungen eines Nutzers dieses Namens in den letzten ${catalogue.number(days)} Tagen`,

  searchedAll: 'Vollständige Live-Liste durchsucht',
}
