/** What is missing: a sentence each, with the place where it is found. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { lacking, toBeLookedAt } from '../../../tools/deploy/check'
import { type Configuration, readConfiguration } from '../../../tools/deploy/configuration'
import { textsToRegister } from '../../../tools/deploy/texts'
import { completeConfiguration } from './configured'

const root = path.resolve(__dirname, '../../..')
const read = (json: string): Configuration => {
  const reading = readConfiguration(json)
  if (!reading.ok) {
    throw new Error(reading.sentences.join('\n'))
  }
  return reading.value
}
const complete = read(completeConfiguration({ appid: 'wx0123456789abcdef', environment: 'alumni-1' }))
const secrets = { TENCENT_SECRET_ID: 'a', TENCENT_SECRET_KEY: 'b', SMS_SECRET_ID: 'c', SMS_SECRET_KEY: 'd' }
const whole = { configuration: complete, secrets, hasUploadKey: true, needed: ['SMS_SECRET_ID', 'SMS_SECRET_KEY'] }
/** The templates of this repository are the emulator's on purpose; the sentence about them is always there. */
const besidesTemplates = (sentences: string[]) => sentences.filter((each) => !each.includes('subscribeTemplates'))

test('nothing is missing from a complete configuration but the university’s own subscribe templates', () => {
  const sentences = lacking(whole)
  expect(besidesTemplates(sentences)).toEqual([])
  expect(sentences).toEqual([expect.stringContaining('订阅消息')])
})

test('the example is a configuration, and everything that it leaves open is named with its place', () => {
  const example = read(readFileSync(path.join(root, 'deploy.config.example.json'), 'utf8'))
  const sentences = lacking({ ...whole, configuration: example, secrets: {}, hasUploadKey: false })
  for (const what of [
    'appid',
    'environment',
    'sms.appId',
    'sms.sign',
    'sms.templates',
    'TENCENT_SECRET_ID',
    'TENCENT_SECRET_KEY',
  ]) {
    expect(sentences.filter((each) => each.includes(`${what}`)).length).toBeGreaterThan(0)
  }
  expect(sentences).toContainEqual(expect.stringContaining('小程序代码上传'))
  for (const sentence of sentences) {
    expect(sentence).toMatch(/\p{Script=Han}/u)
  }
})

test('the official account’s templates are asked for where there is one', () => {
  const official = { OFFICIAL_APP_ID: 'wx1', OFFICIAL_APP_SECRET: 'x', OFFICIAL_TOKEN: 'y', OFFICIAL_AES_KEY: 'z' }
  const sentences = lacking({ ...whole, secrets: { ...secrets, ...official } })
  expect(sentences).toContainEqual(expect.stringContaining('officialTemplates'))
})

test('texts without an id are named', () => {
  const { 'phone_code.zh': _, ...templates } = complete.sms.templates
  const sentences = lacking({ ...whole, configuration: { ...complete, sms: { ...complete.sms, templates } } })
  expect(besidesTemplates(sentences)).toEqual([expect.stringContaining('sms.templates: phone_code.zh is missing')])
})

test('a credential that no function reads is not asked for', () => {
  const { SMS_SECRET_KEY: _, ...without } = secrets
  expect(besidesTemplates(lacking({ ...whole, secrets: without, needed: [] }))).toEqual([])
  expect(besidesTemplates(lacking({ ...whole, secrets: without }))).toEqual([expect.stringContaining('SMS_SECRET_KEY')])
})

test('what no API tells is for somebody to look at, until it is ticked off', () => {
  const unchecked = { ...complete, checkedByHand: { ...complete.checkedByHand, backups: false } }
  const all = { ...whole, secrets: { ...secrets, WECHAT_APP_SECRET: 'e' } }
  expect(toBeLookedAt(all)).toEqual([])
  expect(toBeLookedAt({ ...all, configuration: unchecked })).toEqual([expect.stringContaining('数据备份')])
})

test('a configuration that is wrong says where; a field that nobody knows is wrong', () => {
  const wrong = JSON.parse(completeConfiguration({ appid: 'a', environment: 'b' }))
  wrong.robot = 99
  wrong.colour = 'red'
  const reading = readConfiguration(JSON.stringify(wrong))
  expect(reading).toMatchObject({ ok: false })
  expect((reading as { sentences: string[] }).sentences.join('\n')).toMatch(/robot[\s\S]*colour/)
  expect(readConfiguration('{')).toMatchObject({ ok: false, sentences: [expect.stringContaining('not JSON')] })
})

test('the texts to register are printed with their names', () => {
  expect(textsToRegister().join('\n')).toMatch(/phone_code\.zh\n\s+验证码 \{1\}/)
})
