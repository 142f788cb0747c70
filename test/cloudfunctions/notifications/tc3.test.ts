/** The signature against the provider's own worked examples (Signature Method v3, documents of API 3.0). */
import { authorization } from '../../../cloudfunctions/notifications/tc3'

const example = {
  secret: { id: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******', key: 'Gu5t9xGARNpq86cd98joQYCN3*******' },
  service: 'cvm',
  body: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
  timestamp: 1551113065,
}

test('the example with content-type and host', () => {
  const headers = { 'content-type': 'application/json; charset=utf-8', host: 'cvm.tencentcloudapi.com' }
  expect(authorization({ ...example, headers })).toBe(
    'TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******/2019-02-25/cvm/tc3_request, ' +
      'SignedHeaders=content-type;host, ' +
      'Signature=2230eefd229f582d8b1b891af7107b91597240707d778ab3738f756258d7652c',
  )
})

test('the newer example, which signs the action as well and prints its key as asterisks', () => {
  const secret = { id: `AKID${'*'.repeat(32)}`, key: '*'.repeat(32) }
  const headers = {
    host: 'cvm.tencentcloudapi.com',
    'x-tc-action': 'DescribeInstances',
    'content-type': 'application/json; charset=utf-8',
  }
  expect(authorization({ ...example, secret, headers })).toMatch(
    /SignedHeaders=content-type;host;x-tc-action, Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f$/,
  )
})
