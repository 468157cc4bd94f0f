import { z } from 'zod'

/** A word of a question, as it is typed. */
export const word = z.string().trim().min(1, 'is needed').max(200, 'is too long')

/** Epoch ms within the years that ISO 8601 writes with four digits. */
export const time = z.number().int().min(0).max(253_402_300_799_999)
