/**
 * deploy.config.json: what the tool has to know about the university's accounts. No secret stands in it. The example
 * beside package.json has every field; docs/deploy.md says where each is found.
 */
import * as v from 'valibot'

const text = v.pipe(v.string(), v.trim())

const schema = v.strictObject({
  /** The mini program's id, wx and 16 characters. */
  appid: text,
  /** The CloudBase environment's id. */
  environment: text,
  region: v.optional(text, 'ap-shanghai'),
  /** WeChat's key for uploading code; a path, ~ is the home folder. */
  uploadKeyFile: text,
  /** Where the secrets are kept; outside the project. */
  secretsFile: v.optional(text, '~/.alumni-card/secrets.json'),
  /** WeChat's upload robot, 1 to 30: whose slot among the development versions. */
  robot: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)), 1),
  passKeyId: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255)), 1),
  /** MB for every function. */
  memory: v.optional(v.pipe(v.number(), v.integer(), v.minValue(128), v.maxValue(3072)), 256),
  sms: v.strictObject({
    endpoint: v.optional(text, 'https://sms.tencentcloudapi.com'),
    appId: text,
    sign: text,
    /** The provider's id by our name of the text, e.g. "review_approved.zh". */
    templates: v.record(v.string(), text),
  }),
  /** The library's entrances (docs/library.md); what lies behind one that is empty is not ready. */
  library: v.optional(
    v.strictObject({
      door: v.optional(text, ''),
      ezproxy: v.optional(text, ''),
      ezproxyDigest: v.optional(text, 'sha512'),
      /** The address of our HTTP access, when it has a domain of its own. */
      issuer: v.optional(text, ''),
    }),
    {},
  ),
  /** What no API tells; true once somebody has looked. */
  checkedByHand: v.strictObject({
    privacyDeclaration: v.boolean(),
    phoneNumberComponent: v.boolean(),
    openPlatformBinding: v.boolean(),
    filing: v.boolean(),
    backups: v.boolean(),
    alarms: v.boolean(),
  }),
})

export type Configuration = v.InferOutput<typeof schema>

export type Reading = { ok: true; value: Configuration } | { ok: false; sentences: string[] }

/** Reads the text of deploy.config.json; otherwise a sentence for each thing that is wrong. */
export function readConfiguration(json: string): Reading {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), json)
  if (parsed.success) {
    return { ok: true, value: parsed.output }
  }
  return { ok: false, sentences: parsed.issues.map((issue) => sentenceOf(issue)) }
}

function sentenceOf(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue)
  return field ? `deploy.config.json, ${field}: ${issue.message}.` : `deploy.config.json is not JSON: ${issue.message}.`
}
