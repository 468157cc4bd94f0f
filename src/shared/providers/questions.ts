import { z } from 'zod'
import type { ProviderId } from '../account'
import { junkieQuestionSchema } from './junkie/question'
import { luaauthQuestionSchema } from './luaauth/question'
import { luaprotQuestionSchema } from './luaprot/question'
import { vsayQuestionSchema } from './vsay/question'

const schemas = {
  luaprot: luaprotQuestionSchema,
  luaauth: luaauthQuestionSchema,
  junkie: junkieQuestionSchema,
  vsay: vsayQuestionSchema,
} satisfies Record<ProviderId, z.ZodType<{ provider: ProviderId }>>

/** A question that a service answers, besides the scopes that an account watches. Holds personal data. */
export const lookupQuestionSchema = z.discriminatedUnion('provider', [
  schemas.luaprot,
  schemas.luaauth,
  schemas.junkie,
  schemas.vsay,
])
export type LookupQuestion = z.infer<typeof lookupQuestionSchema>
