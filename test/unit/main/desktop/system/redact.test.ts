import { describe, expect, it } from 'vitest'
import { createRedactor } from '../../../../../src/main/desktop/system/redact'

const redact = createRedactor(() => ['sk-1', 'sk-1-longer', 'abc', ''])

describe('the log', () => {
  it.each([
    ['a known secret', 'sent sk-1-longer and sk-1 there', 'sent [hidden] and [hidden] there'],
    ['a bearer token', 'Authorization: Bearer abc.def-123', 'Authorization: Bearer [hidden]'],
    ['a header', 'Authorization: abcdef', 'Authorization: [hidden]'],
    ['a JSON field', '{"token":"x y","id":1}', '{"token":[hidden],"id":1}'],
    ['a query', 'GET /v1?key=abcdef&page=2', 'GET /v1?key=[hidden]&page=2'],
    ['a password with quotes', "password = 'hunter2'", 'password = [hidden]'],
    ['an e-mail address', 'by jane.doe@mail.example.com', 'by [e-mail]'],
    ['an IP address', 'from 203.0.113.7:443', 'from [address]:443'],
    ['a long id', 'session 97960123456789014793 left', 'session …4793 left'],
  ])('hides %s', (_what, text, expected) => {
    expect(redact(text)).toBe(expected)
  })

  it.each([
    'The watch thread ended (exit code 3); restarting in 500 ms.',
    'http://127.0.0.1:4101/api/v1/sessions 200 in 84 ms',
    'internationalisation of superfluousness',
  ])('leaves %j as it is', (text) => {
    expect(redact(text)).toBe(text)
  })
})
