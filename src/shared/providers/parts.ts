import { z } from 'zod'
import { questionsText } from '../text/questions'

/** A word of a question, as it is typed. `missing`: what is said where it is not. */
export const word = (missing: `enter${string}` & keyof typeof questionsText) =>
  z
    .string()
    .trim()
    .min(1, { error: () => questionsText[missing] })
    .max(200, { error: () => questionsText.tooLong })

/** Epoch ms within the years that ISO 8601 writes with four digits. */
export const time = z.number().int().min(0).max(253_402_300_799_999)
