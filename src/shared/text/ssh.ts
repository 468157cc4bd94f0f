import { catalogue } from './catalogue'

/** What an SSH connection asks and says. */
export const sshText = catalogue.area('ssh', {
  said: (server: string, what: string) => `${server}: ${what}.`,
  doesNot: (server: string, what: string) => `${server} ${what}.`,

  passwordFor: (who: string) => `Password for ${who}`,
  password: 'Password',
  answer: 'Answer',
  asks: (who: string) => `${who} asks`,
  passphraseFor: (file: string) => `Passphrase for ${file}`,
  passphrase: 'Passphrase',

  noMoreTries: (who: string) => `${who}: the server wants no more tries.`,
  tooManyKeys: (who: string, keys: number) =>
    `${who}: the server gave up after ${keys} keys, before one was right. Choose the right key file for this host, and switch on “Only these keys”.`,
  signInCancelled: (who: string) => `Signing in as ${who} was cancelled.`,
  tooManyQuestions: (host: string) => `${host} asked too many questions. It may not be what it says it is.`,
  passwordRefused: (who: string) => `${who}: the password was refused.`,
  keysRefused: (who: string, keys: number) =>
    keys === 1 ? `${who}: the key was refused.` : `${who}: all ${keys} keys were refused.`,
  answersRefused: (who: string) => `${who}: the answers were refused.`,
  notLetIn: (who: string) => `${who}: the server did not let you in.`,
  noKey: (who: string) => `${who}: there is no key to offer.`,
  accepts: (ways: string) => `The server accepts: ${ways}.`,
  offerKey: 'Start an agent or choose a key file for this host.',

  noProgress: 'it does not get on with signing in',
  endlessGreeting: (server: string) => `${server} greets without end. It may not be what it says it is.`,
  wantsNewPassword: (server: string) =>
    `${server} wants a new password, which can only be set in another client.`,
  otherHostKey: (server: string) => `${server} came with another host key in mid-connection.`,
  keyNotWrittenDown: (server: string, why: string) => `The key of ${server} was not written down: ${why}.`,

  speaksSsh1: (server: string) => `${server}: it speaks SSH 1 only, which is not safe and not supported.`,
  noSshServer: (server: string, said: string) => `${server}: it answers “${said}”, so it is no SSH server.`,
  saidOtherwise: (server: string, said: string) => `${server}: it said “${said}” in place of SSH.`,

  noHostKey:
    'shows no host key that is supported: Ed25519, ECDSA, or RSA with SHA-2. Certificates of an authority, and RSA with SHA-1, are not',
  otherSsh: (why: string) => `does not speak SSH as we do: ${why}`,
  tooOld: (kind: string) => `offers no ${kind} that is supported. It may be too old to be safe`,
  tooUnusual: (kinds: string, names: string) =>
    `offers only ${kinds} that are not supported here yet: ${names}. Whoever runs it can let it offer a more usual one beside them`,
  keyExchanges: 'key exchanges',
  ciphers: 'ciphers',
  messageCodes: 'message codes',
  compressions: 'compressions',
  badGroup: (bits: number) => `its key exchange has a group of ${bits} bits`,
  noGenerator: 'its key exchange has no generator',
  badNumber: 'its key exchange has a bad number',

  badName: (server: string) => `${server}: known_hosts cannot name such a host. Nothing was sent.`,
  alias: (known: string, address: string) => `${known} (at ${address})`,
  knownHostsUnreadable: (server: string, why: string) =>
    `The known hosts cannot be read, so ${server} cannot be trusted: ${why}`,
  badHostKey: (server: string) => `${server} sent a host key that is not one.`,
  hostKeyNotAccepted: (server: string) => `The host key of ${server} was not accepted.`,
  hostKeyRevoked: (server: string, key: string, place: string) =>
    `The host key of ${server} (${key}) is revoked in ${place}. Do not connect; ask who runs the host.`,
  knownIn: (fingerprint: string, place: string) => `${fingerprint} in ${place}`,
  hostKeyChanged: (server: string, shown: string, known: string, repair: string) =>
    `The host key of ${server} has changed: it showed ${shown}, but known is ${known}. Somebody may be listening in, or the host was set up anew. Nothing was sent. Where whoever runs the host confirms the new key, remove the old one with: ${repair}`,

  agentSilent: (agent: string) => `The agent ${agent} has not answered yet; it may be asking you something.`,
  publicKeyOnly: (file: string) => `The key file ${file} is a public key, and no agent holds its other half.`,
  keyFileMissing: (file: string) => `The key file ${file} does not exist.`,
  keyFileUnused: (file: string, why: string) => `The key file ${file} is not used: ${why}.`,

  noAgent: 'There is no agent to forward.',
  noAgentForwarding: 'The host does not allow agent forwarding.',
  noTerminal: (why: string) => `The host gives no terminal: ${why}.`,
  sendsTooMuch: 'The host sends more than it was allowed to.',
  cutOff: 'The host closed the terminal without saying how the shell ended; it may have been cut off.',
  endedBy: (signal: string) => `The shell was ended by ${signal}.`,
  exited: (code: number | null) => `The shell ended with exit code ${code ?? 'unknown'}.`,

  portTaken: (port: number, address: string, other: string) =>
    `Port ${port} is not forwarded to ${address}: another terminal has it forwarded to ${other}.`,
  portNotForwarded: (port: number, address: string, why: string) =>
    `Port ${port} is not forwarded to ${address}: ${why}.`,
  portUnreached: (port: number, address: string, why: string) =>
    `Port ${port}: the host does not reach ${address}: ${why}.`,
})
