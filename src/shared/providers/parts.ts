import { z } from 'zod'

/** A word of a question, as it is typed. `what`: what to enter where it is missing, such as `a script ID`. */
export const word = (what: string) => z.string().trim().min(1, `Enter ${what}.`).max(200, 'This is too long.')

/** Epoch ms within the years that ISO 8601 writes with four digits. */
export const time = z.number().int().min(0).max(253_402_300_799_999)
