import { sshConfigText } from '../../../shared/text/ssh-config'
import type { Directive } from './ssh-config-file'
import { readCriteria, supportedCriteria } from './ssh-config-rules'
import { jumpOfCommand } from './ssh-config-values'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** What is followed. */
const followed = words(`
  host match include hostname port user identityfile identitiesonly identityagent hostkeyalias proxyjump
  serveraliveinterval localforward forwardagent
`)

/** Affects neither whom we reach nor how; listing it would hide what does. */
const harmless = words(`
  addkeystoagent batchmode checkhostip compression connectionattempts connecttimeout controlmaster controlpath
  controlpersist enableescapecommandline escapechar fingerprinthash forkafterauthentication forwardx11timeout
  forwardx11trusted ignoreunknown ipqos loglevel logverbose numberofpasswordprompts permitlocalcommand protocol
  proxyusefdpass serveralivecountmax stdinnull streamlocalbindmask streamlocalbindunlink syslogfacility tag
  tcpkeepalive updatehostkeys usekeychain visualhostkey xauthlocation
`)

/** Values that ask for what we do anyway. */
const ours: Readonly<Record<string, ReadonlySet<string>>> = {
  addressfamily: words('any'),
  canonicalizehostname: words('no'),
  certificatefile: words('none'),
  challengeresponseauthentication: words('yes'),
  clearallforwardings: words('no'),
  exitonforwardfailure: words('no'),
  forwardx11: words('no'),
  gatewayports: words('no'),
  gssapiauthentication: words('no'),
  gssapidelegatecredentials: words('no'),
  hashknownhosts: words('no'),
  hostbasedauthentication: words('no'),
  kbdinteractiveauthentication: words('yes'),
  knownhostscommand: words('none'),
  nohostauthenticationforlocalhost: words('no'),
  passwordauthentication: words('yes'),
  pkcs11provider: words('none'),
  proxycommand: words('none'),
  pubkeyauthentication: words('yes'),
  rekeylimit: words('default'),
  remotecommand: words('none'),
  requesttty: words('yes auto force'),
  sessiontype: words('default'),
  stricthostkeychecking: words('ask'),
  tunnel: words('no'),
  verifyhostkeydns: words('no'),
}

/** Why some directives are not followed, where "not supported" would leave a person guessing. */
const reasons = (): Readonly<Record<string, (option: string) => string>> => ({
  proxycommand: sshConfigText.runsProgramUnlikeJump,
  localcommand: sshConfigText.runsProgram,
  knownhostscommand: sshConfigText.runsProgram,
  stricthostkeychecking: sshConfigText.unknownIsAskedAbout,
  userknownhostsfile: sshConfigText.usualKnownHosts,
  hashknownhosts: sshConfigText.hashesWhereHashed,
  pkcs11provider: sshConfigText.loadsLibrary,
  securitykeyprovider: sshConfigText.loadsLibrary,
  canonicalizehostname: sshConfigText.looksNamesUp,
})

/**
 * Says what of a config is not followed, one line each. What does not change whom we meet or how is passed over;
 * a word that nobody knows is not.
 */
export function noteUnsupported(directives: readonly Directive[], note: (line: string) => void): void {
  for (const directive of directives) {
    const { keyword, spelling, args, place, included } = directive
    for (const file of included) noteUnsupported(file, note)
    if (keyword === 'match') {
      for (const criterion of readCriteria(args)) {
        if (supportedCriteria.has(criterion.keyword)) continue
        const say =
          criterion.keyword === 'exec' ? sshConfigText.matchRunsProgram : sshConfigText.matchNotSupported
        note(`${place}: ${say(criterion.keyword)}`)
      }
    } else if (!followed.has(keyword) && !isHarmless(directive)) {
      const say = reasons()[keyword] ?? sshConfigText.notSupported
      note(`${place}: ${say(spelling)}`)
    }
  }
}

function isHarmless({ keyword, args }: Directive): boolean {
  if (keyword === 'proxycommand' && jumpOfCommand(args) !== null) return true
  const value = args[0]?.toLowerCase() ?? ''
  return harmless.has(keyword) || (ours[keyword]?.has(value) ?? false)
}
