import { catalogue } from './catalogue'

/** What is wrong with a value that a form, a file or a request has; each stands behind the place where it was found. */
export const checksText = catalogue.area('checks', {
  notValid: 'not valid',
  headerName: 'a header name',
  connectionHeader: 'this header belongs to the connection and cannot be set',
  printable: 'printable characters only',
  notAnAddress: 'must be a URL such as https://api.example.com',
  addressHoldsMore: 'must not hold a user name, a query or a fragment',
  notSecure: 'must be https: (http: only on this machine)',
  keyNeeded: 'a key is needed',
  printableWithoutSpaces: 'must be printable characters without spaces',
  keys: 'must be keys such as Control+Alt+K',
  longestJson: (characters: number) => `must be at most ${characters} characters of JSON`,
  mostScriptNames: (scripts: number) => `no more than ${scripts} scripts have a name`,
  nothingChanged: 'change at least one thing',
  host: 'a host name or address',
  user: 'a user name',
  tooManyRows: 'too many rows',
  columnTwice: 'a column twice',
})
