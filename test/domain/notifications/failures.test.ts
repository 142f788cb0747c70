import { failureKind, failureKinds, isPermanent } from '../../../domain/notifications/failures'

test.each([
  ['FailedOperation.PhoneNumberInBlacklist', 'number_blocked', true],
  ['InvalidParameterValue.IncorrectPhoneNumber', 'number_wrong', true],
  ['FailedOperation.TemplateIncorrectOrUnapproved', 'text_refused', true],
  ['LimitExceeded.PhoneNumberDailyLimit', 'limit', false],
  ['FailedOperation.InsufficientBalanceInSmsPackage', 'provider', false],
  ['wechat.43101', 'not_wanted', true],
  ['wechat.47003', 'text_refused', true],
  ['wechat.40003', 'account_wrong', true],
  ['wechat.-1', 'provider', false],
  ['too_late', 'too_late', true],
  ['no_way', 'no_way', true],
  ['not_sent', 'no_answer', false],
  ['no_answer', 'no_answer', false],
] as const)('%s means %s', (code, kind, permanent) => {
  expect([failureKind(code), isPermanent(code)]).toEqual([kind, permanent])
  expect(failureKinds).toContain(kind)
})
