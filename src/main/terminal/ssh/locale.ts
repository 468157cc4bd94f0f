/** A locale's name whose characters are UTF-8, such as `de_DE.UTF-8` or `C.utf8`. */
const utf8Locale = /^[A-Za-z][\w-]{0,30}\.utf-?8(?:@\w{1,20})?$/i

/** Known to every current system; translates nothing. */
const usualLang = 'C.UTF-8'

/**
 * What a remote shell is told of us, as OpenSSH sends it where its config says `SendEnv LANG LC_* COLORTERM`: the
 * person's own locale, and that the terminal has all colours. Our terminals speak UTF-8 alone: a locale with other
 * characters would be untrue there, and programs like tmux would show `_` for every letter that is not ASCII.
 */
export function remoteEnvironment(own: NodeJS.ProcessEnv): Record<string, string> {
  const locale = Object.entries(own).flatMap(([name, value]) =>
    /^(?:LANG|LC_[A-Z]{1,20})$/.test(name) && value && utf8Locale.test(value) ? [[name, value] as const] : [],
  )
  return { LANG: usualLang, ...Object.fromEntries(locale), COLORTERM: 'truecolor' }
}
