import { asksForProof, needsProof } from '../../../domain/registration/proof'
import { matchKinds } from '../../../domain/review/match-kind'

test('only whom the archive knows exactly needs no photo', () => {
  expect(matchKinds.filter((kind) => !needsProof(kind))).toEqual(['exact'])
})

test('a reviewer who returned it for the proof gets one', () => {
  expect(['proof_unreadable', 'proof_does_not_match'].map(asksForProof)).toEqual([true, true])
  expect([undefined, 'portrait_unclear', 'other'].map(asksForProof)).toEqual([false, false, false])
})
