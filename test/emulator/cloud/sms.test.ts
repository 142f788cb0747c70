// Tencent Cloud's SMS API on this machine: signature, rules, rendering, failures on demand.
import { createHash, createHmac } from 'node:crypto'
import type { Cloud } from '../../../emulator/cloud/cloud'
import { checkSignature } from '../../../emulator/cloud/sms/tc3-signature'
import { control, startLocal, temporaryFolder } from './local-cloud'

const folder = temporaryFolder()
let cloud: Cloud

beforeAll(async () => {
  cloud = await startLocal({
    folder,
    faultHoldMs: 50,
    smsSecret: { id: 'sms-id', key: 'sms-key' },
    smsTemplates: { '100': 'Dear {1}, your card {2} can be activated.', '200': 'No parameters.' },
  })
})
beforeEach(() => cloud.controls.reset())

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** Signs as the provider's document describes, independently of the emulator's own code. */
const signed = (
  body: string,
  { id = 'sms-id', key = 'sms-key', at = cloud.world.clock.now(), host = new URL(cloud.url).host } = {},
) => {
  const timestamp = Math.floor(at / 1000)
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10)
  const names = 'content-type;host;x-tc-action'
  const canonical = `POST\n/\n\ncontent-type:application/json; charset=utf-8\nhost:${host}\nx-tc-action:sendsms\n\n${names}\n${sha256(body)}`
  const toSign = `TC3-HMAC-SHA256\n${timestamp}\n${date}/sms/tc3_request\n${sha256(canonical)}`
  const signature = createHmac('sha256', hmac(hmac(hmac(`TC3${key}`, date), 'sms'), 'tc3_request'))
    .update(toSign)
    .digest('hex')
  return {
    'content-type': 'application/json; charset=utf-8',
    'x-tc-action': 'SendSms',
    'x-tc-version': '2021-01-11',
    'x-tc-timestamp': String(timestamp),
    authorization: `TC3-HMAC-SHA256 Credential=${id}/${date}/sms/tc3_request, SignedHeaders=${names}, Signature=${signature}`,
  }
}

const request = {
  PhoneNumberSet: ['+8613800000000'],
  SmsSdkAppId: '1400000000',
  TemplateId: '100',
  TemplateParamSet: ['Li', '8000000001'],
  SignName: 'JSU',
}
const send = async (change: object = {}, headers: object = {}, sign: object = {}): Promise<any> => {
  const body = JSON.stringify({ ...request, ...change })
  const response = await fetch(`${cloud.url}/sms`, {
    method: 'POST',
    body,
    headers: { ...signed(body, sign), ...headers },
  })
  return ((await response.json()) as any).Response
}
const sent = () => cloud.world.messages.list()

test("the provider's published example of a signature is accepted", () => {
  // The example of the document "signature method v3" (CVM DescribeInstances).
  const body = Buffer.from('{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}')
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    host: 'cvm.tencentcloudapi.com',
    'x-tc-action': 'DescribeInstances',
    'x-tc-timestamp': '1551113065',
    authorization:
      'TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
  }
  const secret = { id: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE', key: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE' }
  expect(checkSignature({ headers, body, paths: ['/'] }, secret, 1551113065_000)).toBe('ok')
  expect(checkSignature({ headers, body: Buffer.from('{}'), paths: ['/'] }, secret, 1551113065_000)).toBe('wrong')
})

test('a message is accepted, rendered and recorded', async () => {
  const { SendStatusSet, RequestId } = await send({ SessionContext: 'job-7' })
  expect(SendStatusSet).toEqual([
    {
      SerialNo: expect.stringMatching(/./),
      PhoneNumber: '+8613800000000',
      Fee: 1,
      SessionContext: 'job-7',
      Code: 'Ok',
      Message: 'send success',
      IsoCode: 'CN',
    },
  ])
  expect(RequestId).toMatch(/-/)
  expect(sent()).toMatchObject([
    {
      id: 1,
      channel: 'sms',
      to: '+8613800000000',
      template: '100',
      params: ['Li', '8000000001'],
      text: '【JSU】Dear Li, your card 8000000001 can be activated.',
    },
  ])
})

test('messages since an id', async () => {
  await send()
  await send({ TemplateId: '200', TemplateParamSet: [] })
  const { messages } = await control(cloud, 'GET', 'messages?since=1')
  expect(messages.map((one: any) => one.text)).toEqual(['【JSU】No parameters.'])
})

test.each<[string, object, string]>([
  ['an unknown template', { TemplateId: '999' }, 'FailedOperation.TemplateIncorrectOrUnapproved'],
  ['a parameter too few', { TemplateParamSet: ['Li'] }, 'FailedOperation.TemplateParamSetNotMatchApprovedTemplate'],
  ['a number that is not E.164', { PhoneNumberSet: ['13800000000'] }, 'InvalidParameterValue.IncorrectPhoneNumber'],
])('%s is refused for its number', async (_name, change, code) => {
  const { SendStatusSet } = await send(change)
  expect(SendStatusSet).toMatchObject([{ Code: code, Fee: 0 }])
  expect(sent()).toEqual([])
})

test.each<[string, object, object, object, string]>([
  [
    'Chinese and foreign numbers together',
    { PhoneNumberSet: ['+8613800000000', '+447700900123'] },
    {},
    {},
    'UnsupportedOperation.ContainDomesticAndInternationalPhoneNumber',
  ],
  ['201 numbers', { PhoneNumberSet: Array(201).fill('+8613800000000') }, {}, {}, 'LimitExceeded.PhoneNumberCountLimit'],
  ['no number', { PhoneNumberSet: [] }, {}, {}, 'InvalidParameterValue.ContentLengthLimit'],
  ['no template', { TemplateId: undefined }, {}, {}, 'MissingParameter'],
  ['another action', {}, { 'x-tc-action': 'SENDSMS' }, {}, 'InvalidAction'],
  ['another version', {}, { 'x-tc-version': '2019-07-11' }, {}, 'NoSuchVersion'],
  ['no signature', {}, { authorization: '' }, {}, 'AuthFailure.InvalidAuthorization'],
  ['an unknown secret id', {}, {}, { id: 'other' }, 'AuthFailure.SecretIdNotFound'],
  ['a wrong key', {}, {}, { key: 'other' }, 'AuthFailure.SignatureFailure'],
  ['a signature for another host', {}, {}, { host: 'sms.tencentcloudapi.com' }, 'AuthFailure.SignatureFailure'],
  ['an old signature', {}, {}, { at: Date.now() - 400_000 }, 'AuthFailure.SignatureExpire'],
])('%s is refused whole', async (_name, change, headers, sign, code) => {
  const { Error: error, SendStatusSet } = await send(change, headers, sign)
  expect([error?.Code, SendStatusSet]).toEqual([code, undefined])
  expect(sent()).toEqual([])
})

test("the provider lives in the emulator's time", async () => {
  await cloud.controls.advanceClock(30 * 86_400_000)
  expect((await send()).SendStatusSet[0].Code).toBe('Ok')
  expect((await send({}, {}, { at: Date.now() })).Error.Code).toBe('AuthFailure.SignatureExpire')
})

test('failures on demand: an error, silence, an answer lost after sending; then all is well', async () => {
  await control(cloud, 'POST', 'fault', {
    target: 'sms',
    kind: 'error',
    code: 'LimitExceeded.PhoneNumberDailyLimit',
    times: 2,
  })
  await control(cloud, 'POST', 'fault', { target: 'sms', kind: 'timeout' })
  await control(cloud, 'POST', 'fault', { target: 'sms', kind: 'drop' })
  await control(cloud, 'POST', 'fault', { target: 'sms', kind: 'hold' })
  expect((await send()).Error.Code).toBe('LimitExceeded.PhoneNumberDailyLimit')
  expect((await send()).Error.Code).toBe('LimitExceeded.PhoneNumberDailyLimit')
  await expect(send()).rejects.toThrow()
  expect(sent()).toHaveLength(0)
  await expect(send()).rejects.toThrow()
  expect(sent()).toHaveLength(1)
  await expect(send()).rejects.toThrow()
  expect(sent()).toHaveLength(2)
  expect((await send()).SendStatusSet[0].Code).toBe('Ok')
})

test('planned failures can be taken back; a wrong plan is refused', async () => {
  await control(cloud, 'POST', 'fault', { target: 'sms', kind: 'error', times: 5 })
  expect((await control(cloud, 'GET', 'fault')).left.sms).toBe(5)
  await control(cloud, 'POST', 'fault', { target: 'sms', kind: 'error', times: 0 })
  expect((await send()).SendStatusSet[0].Code).toBe('Ok')
  expect(await control(cloud, 'POST', 'fault', { target: 'post', kind: 'error' })).toMatchObject({
    error: { message: /target must be one of/ },
  })
})
