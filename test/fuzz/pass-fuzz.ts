/**
 * Ten million changed codes against the gate's decision, by hand (docs/gate-fuzz.md has the last result); a hundred thousand
 * are judged in every run of the tests. From the project's root:
 *   npx esbuild test/fuzz/pass-fuzz.ts --bundle --platform=node --log-level=error | nice -n 15 node - 10000000 1
 * Arguments: how many (10,000,000), the seed (1). Ends with 1 when a changed code was admitted, or a genuine one was not.
 */
import { mutations } from './mutations'
import { type Report, runTrial } from './trial'

const [count = 10_000_000, seed = 1] = process.argv.slice(2).map(Number)
const began = process.hrtime.bigint()
const seconds = () => Number((process.hrtime.bigint() - began) / 1_000_000n) / 1000

function progress({ mutated, failures }: Report): void {
  console.error(`${mutated} codes, ${failures.length} failures, ${seconds().toFixed(0)} s`)
}

const report = runTrial({ count, seed, onProgress: progress })
const { byMutation, verdicts, failures, ...counts } = report
const cpu = process.cpuUsage()
const columns = ['malformed', 'unknown_key', 'forged', 'replayed'] as const

console.log(
  `Node ${process.version}, seed ${seed}, ${seconds().toFixed(0)} s, CPU ${((cpu.user + cpu.system) / 1e6).toFixed(0)} s`,
)
console.log(JSON.stringify({ ...counts, verdicts, failures: failures.length }))
console.log(`| change | ${columns.join(' | ')} |\n|---|${'---|'.repeat(columns.length)}`)
for (const { name } of mutations) {
  console.log(`| ${name} | ${columns.map((verdict) => byMutation[name]?.[verdict] ?? 0).join(' | ')} |`)
}
for (const failure of failures.slice(0, 20)) {
  console.log(JSON.stringify(failure))
}
process.exitCode = failures.length === 0 ? 0 : 1
