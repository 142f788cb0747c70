// How far the exchange of keys is, and going on with it without waiting for the timer (docs/keys.md):
//
//   node tools/keys.mjs            shows it
//   node tools/keys.mjs --work     works on it until it is done
//   node tools/keys.mjs --recheck  goes through everything once more, then says whether the earlier key may be taken away
//
// The environment says where: TCB_ENV, TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY (a key of the environment's owner), and for
// another address TCB_CONTEXT_CNFG. Keys themselves are neither asked for nor shown; what is shown are their names.
import tcb from '@cloudbase/node-sdk'
import { main, SetupError, say } from './setup.mjs'

const CALL_MS = 60_000
const PAUSE_MS = 5_000
const UNFINISHED = ['moving', 'sweeping']

await main(async () => {
  const given = process.argv.slice(2)
  if (given.length > 1 || given.some((argument) => !['--work', '--recheck'].includes(argument))) {
    throw new SetupError('Usage: node tools/keys.mjs [--work | --recheck]')
  }
  const app = tcb.init({ env: process.env.TCB_ENV, timeout: CALL_MS })
  let rotations = await ask(app, given.includes('--recheck') ? 'recheckKeys' : 'keys')
  while (given.length > 0 && rotations.some(({ state }) => UNFINISHED.includes(state))) {
    say(rotations.map(progress).join('\n'))
    rotations = await ask(app, 'rotateKeys')
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  say(rotations.map(progress).join('\n'))
  process.exitCode = rotations.some(({ state }) => UNFINISHED.includes(state)) ? 1 : 0
})

async function ask(app, action) {
  const { result } = await app.callFunction({ name: 'privacy', data: { action } })
  if (!result?.ok) {
    throw new SetupError(`privacy.${action} was refused: ${result?.code ?? 'no answer'}`)
  }
  return result.value.rotations
}

function progress({ kind, key, others, state, moved, stuck, passes }) {
  const name = `${kind}: ${key}`
  if (state === 'none') {
    return `${name}, and no other.`
  }
  const counts = `${moved} records brought under it, ${passes} times gone through all of them`
  if (state !== 'done') {
    return `${name} replaces ${others.join(', ')}; ${counts}${stuck > 0 ? `; ${stuck} could not be brought: see the log` : ''}.`
  }
  const next =
    kind === 'encryption'
      ? `Nothing is sealed under ${others.join(', ')}: take it out of IDENTITY_ENCRYPTION_KEYS_BESIDE.`
      : `Nobody is found under ${others.join(', ')} alone; leave it in IDENTITY_DIGEST_KEYS_EARLIER.`
  return `${name} is in use everywhere; ${counts}. ${next}`
}
