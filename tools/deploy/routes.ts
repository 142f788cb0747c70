/**
 * Which function answers which path of the environment's HTTPS address (CloudBase's HTTP access service). A function that
 * answers HTTP and has no path here is found by test/house/deployment.test.ts.
 */
export const routes: Readonly<Record<string, string>> = {
  '/binding': 'binding',
  '/gate': 'gate',
  '/library': 'library',
}
