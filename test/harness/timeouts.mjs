/** How long a test waits for what must come, in ms: generous, because a loaded machine is slow, not wrong. */
export const answerTimeoutMs = 30_000
