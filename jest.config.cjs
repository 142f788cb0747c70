// One project per kind of proof: pure rules, formats under fuzz and camera, functions against the emulator, pages in miniprogram-simulate, journeys in
// Chromium. Journeys run in their own jest call (tools/test.mjs) so that they never share two cores with anything else.
const esmOnly = ['@noble', 'uqr', 'mingo', 'valibot', 'bson', 'zxing-wasm', 'opencc-js', 'hucre', 'jose']
const transform = {
  '\\.(ts|mjs|js)$': [
    '@swc/jest',
    { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' }, sourceMaps: 'inline' },
  ],
}
const base = {
  transform,
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`, '<rootDir>/dist/'],
  moduleFileExtensions: ['ts', 'js', 'json', 'mjs', 'cjs'],
}
const project = (displayName, folders, extra = {}) => ({
  ...base,
  displayName,
  testEnvironment: 'node',
  testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
  ...extra,
})

module.exports = {
  projects: [
    project('domain', ['domain', 'house', 'tools']),
    project('formats', ['fuzz', 'optical']),
    project('functions', ['cloudfunctions']),
    project('emulator', ['emulator']),
    project('pages', ['miniprogram'], { testEnvironment: 'jsdom' }),
    project('journeys', ['journeys']),
  ],
  // A limit for what hangs, not a measure of speed: machines differ, and much runs at once.
  testTimeout: 120_000,
}
