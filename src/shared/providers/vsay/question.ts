import { z } from 'zod'
import { time, word } from '../parts'

/** *List Sessions*. `from` and `to` are epoch ms. */
export const vsayQuestionSchema = z
  .object({
    provider: z.literal('vsay'),
    status: z.enum(['active', 'ended', 'both']),
    machineId: word.optional(),
    userId: word.optional(),
    from: time.optional(),
    to: time.optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    message: 'is before the start',
  })
