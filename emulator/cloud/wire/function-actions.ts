/** functions.invokeFunction: one function calls another (or a server-side program calls one). */
import { invalidParameter } from '../errors'
import type { Functions } from '../functions/functions'
import { type Actions, text } from './action'

export const functionActions = (functions: Functions): Actions => ({
  'functions.invokeFunction': async (request, context) => {
    const caller = functions.callerWithin(context.session)
    const reply = await functions.invoke(text(request, 'function_name'), dataOf(request.request_data), caller)
    return { data: { response_data: JSON.stringify(reply.result) } }
  },
})

const dataOf = (sent: unknown): unknown => {
  if (sent === undefined || sent === '') return {}
  try {
    return JSON.parse(String(sent)) as unknown
  } catch {
    throw invalidParameter('request_data is not JSON')
  }
}
