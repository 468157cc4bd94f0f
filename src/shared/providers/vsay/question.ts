import { z } from 'zod'
import { questionsText } from '../../text/questions'
import { time, word } from '../parts'

/** *List Sessions*. `from` and `to` are epoch ms. */
export const vsayQuestionSchema = z.lazy(() =>
  z
    .object({
      provider: z.literal('vsay'),
      status: z.enum(['active', 'ended', 'both']),
      machineId: word('enterMachineId').optional(),
      userId: word('enterUserId').optional(),
      from: time.optional(),
      to: time.optional(),
    })
    .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
      path: ['to'],
      error: () => questionsText.endBeforeStart,
    }),
)
