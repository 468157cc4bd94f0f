import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import type { Reply } from '../../../src/main/watch/providers/http'
import type { AppError } from '../../../src/shared/result'
import { credential } from './client'
import type { TestServer } from './servers'

/** One sentence of *HTTP: what must hold*, and its proof. Needs no test runner, so that Electron can run it too. */
export type HttpCase = { name: string; run(): Promise<void> }

/** Answers JSON. */
export const json = (response: ServerResponse, body: unknown, status = 200, headers = {}) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))

/** What a service says when all is well. */
export const success = { success: true }

/** Waits for something that a server of the test sees. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}

/** Runs `use` with a server, and closes it. */
export async function withServer<S extends TestServer>(
  opening: Promise<S>,
  use: (server: S) => Promise<void>,
) {
  const server = await opening
  try {
    await use(server)
  } finally {
    await server.close()
  }
}

/** The error of a reply, checked to hold no secret in it or in its proof. */
export function failure(reply: Reply<unknown>): AppError {
  assert.ok(!reply.ok, 'expected a failure')
  assert.ok(!JSON.stringify(reply).includes(credential), 'a secret is in the error or its proof')
  assert.match(reply.error.message, /^\S.*[.!]$/s)
  return reply.error
}
