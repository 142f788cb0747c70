/**
 * Ways to change a code, by the check that should end them. The weights let most end before the curve is touched, so that
 * very many fit into a run.
 */
import type { Mutation } from './change'
import { headMutations } from './head-mutations'
import { signatureMutations } from './signature-mutations'
import { textMutations } from './text-mutations'

export const mutations: readonly Mutation[] = [...textMutations, ...headMutations, ...signatureMutations]
