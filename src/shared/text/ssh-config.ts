import { catalogue } from './catalogue'

/** What of the OpenSSH config is not followed: notes, one line each, and the ends of them. */
export const sshConfigText = catalogue.area('sshConfig', {
  line: (number: number) => `line ${number}`,
  noSuchFile: 'no such file',
  includesItself: 'includes itself',
  tooDeep: (files: number) => `more than ${files} files deep`,
  tooManyFiles: (files: number) => `more than ${files} files`,
  noValue: (option: string) => `${option} has no value`,
  openQuote: 'a quote is not closed',
  unreadable: (file: string, why: string) => `${file} cannot be read: ${why}`,
  onlyFirst: (read: number, all: number) => `only the first ${read} of ${all} hosts were read`,

  leftOutForName: (host: string) => `Host ${host}: left out, because its name has signs that cannot be seen`,
  leftOutForCommand: (host: string) => `Host ${host}: left out, because it is reached through a ProxyCommand`,
  leftOutForValues: (host: string, names: readonly string[]) =>
    `Host ${host}: left out, because its ${names.join(' and ')} cannot be used`,

  matchNotSupported: (criterion: string) => `Match ${criterion} is not supported; its block is left out`,
  matchRunsProgram: (criterion: string) =>
    `Match ${criterion} is not supported, because it would run a program; its block is left out`,
  notSupported: (option: string) => `${option} is not supported`,
  runsProgramUnlikeJump: (option: string) =>
    `${option} is not supported, because it would run a program; ProxyJump is`,
  runsProgram: (option: string) => `${option} is not supported, because it would run a program`,
  loadsLibrary: (option: string) => `${option} is not supported, because it would load a library`,
  looksNamesUp: (option: string) => `${option} is not supported, because it would look names up`,
  unknownIsAskedAbout: (option: string) =>
    `${option} is not followed: an unknown host key is always asked about`,
  usualKnownHosts: (option: string) => `${option} is not followed: the usual known_hosts is used`,
  hashesWhereHashed: (option: string) =>
    `${option} is not followed: names are hashed in a known_hosts that has hashed ones already`,

  forwardIncomplete: (forward: string) => `${forward} wants a port and an address`,
  forwardOfSocket: (forward: string) => `${forward} is about a socket file, which is not supported`,
  cannotBeRead: (setting: string) => `${setting} cannot be read`,
  forwardNotLoopback: (forward: string, address: string) =>
    `${forward} would listen on ${address}; only loopback is supported`,
  agentPlaceholder: 'a placeholder in it is not supported; no agent is used',
  placeholder: 'a placeholder in it is not supported',
  securityKeys: 'security keys (sk-) are not supported',
  jumpsToItself: (jump: string) => `${jump} leads back to itself`,
  forwardsOtherAgent: (option: string) => `${option} of another agent is not supported`,
})
