import { z } from 'zod'
import { time, word } from '../parts'

/** *List Sessions*. `from` and `to` are epoch ms. */
export const vsayQuestionSchema = z.lazy(() =>
  z
    .object({
      provider: z.literal('vsay'),
      status: z.enum(['active', 'ended', 'both']),
      machineId: word('a machine ID').optional(),
      userId: word('a user ID').optional(),
      from: time.optional(),
      to: time.optional(),
    })
    .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
      path: ['to'],
      message: 'Choose an end that is not before the start.',
    }),
)
