import type { Translation } from '../catalogue'
import type { sshConfigText } from '../ssh-config'

export const sshConfig: Translation<typeof sshConfigText> = {
  line: (number) => `Zeile ${number}`,
  noSuchFile: 'diese Datei gibt es nicht',
  includesItself: 'bindet sich selbst ein',
  tooDeep: (files) => `mehr als ${files} Dateien tief`,
  tooManyFiles: (files) => `mehr als ${files} Dateien`,
  noValue: (option) => `${option} hat keinen Wert`,
  openQuote: 'ein Anführungszeichen wird nicht geschlossen',
  unreadable: (file, why) => `${file} lässt sich nicht lesen: ${why}`,
  onlyFirst: (read, all) => `nur die ersten ${read} von ${all} Hosts wurden gelesen`,

  leftOutForName: (host) => `Host ${host}: ausgelassen, weil sein Name unsichtbare Zeichen enthält`,
  leftOutForCommand: (host) => `Host ${host}: ausgelassen, weil er über einen ProxyCommand erreicht wird`,
  leftOutForValues: (host, names) =>
    `Host ${host}: ausgelassen, weil ${names.join(' und ')} nicht verwendet werden ${names.length > 1 ? 'können' : 'kann'}`,

  matchNotSupported: (criterion) => `Match ${criterion} wird nicht unterstützt; der Block wird ausgelassen`,
  matchRunsProgram: (criterion) =>
    `Match ${criterion} wird nicht unterstützt, weil es ein Programm ausführen würde; der Block wird ausgelassen`,
  notSupported: (option) => `${option} wird nicht unterstützt`,
  runsProgramUnlikeJump: (option) =>
    `${option} wird nicht unterstützt, weil es ein Programm ausführen würde; ProxyJump dagegen schon`,
  runsProgram: (option) => `${option} wird nicht unterstützt, weil es ein Programm ausführen würde`,
  loadsLibrary: (option) => `${option} wird nicht unterstützt, weil es eine Bibliothek laden würde`,
  looksNamesUp: (option) => `${option} wird nicht unterstützt, weil es Namen auflösen würde`,
  unknownIsAskedAbout: (option) =>
    `${option} wird nicht befolgt: Bei einem unbekannten Host-Schlüssel wird immer nachgefragt`,
  usualKnownHosts: (option) => `${option} wird nicht befolgt: Es gilt die übliche Datei known_hosts`,
  hashesWhereHashed: (option) =>
    `${option} wird nicht befolgt: Namen werden gehasht, wenn known_hosts schon gehashte enthält`,

  forwardIncomplete: (forward) => `${forward} braucht einen Port und eine Adresse`,
  forwardOfSocket: (forward) => `${forward} betrifft eine Socket-Datei; das wird nicht unterstützt`,
  cannotBeRead: (setting) => `${setting} lässt sich nicht lesen`,
  forwardNotLoopback: (forward, address) =>
    `${forward} würde auf ${address} lauschen; nur Loopback wird unterstützt`,
  agentPlaceholder: 'ein Platzhalter darin wird nicht unterstützt; kein Agent wird benutzt',
  placeholder: 'ein Platzhalter darin wird nicht unterstützt',
  securityKeys: 'Sicherheitsschlüssel (sk-) werden nicht unterstützt',
  jumpsToItself: (jump) => `${jump} führt zu sich selbst zurück`,
  forwardsOtherAgent: (option) => `${option} mit einem anderen Agent wird nicht unterstützt`,
}
