/** Privacy: what is no longer needed is shredded by the timer (product "Privacy"). */
import { serve } from '../_kit/serve'
import { tend } from './tend'

export const main = serve({}, { onTimer: tend })
