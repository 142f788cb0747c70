/**
 * What the messages say. SMS providers only accept texts registered beforehand, with numbered places: these are the texts to
 * register (docs/deploy), and the emulator renders them the same way. One per event and language; never an ID number.
 * Source: notice III.2 and III.4 (everybody is told, passed or not).
 */
import type { Language } from '../language'
import { university } from '../university'

export const messageEvents = [
  'review_approved',
  'review_returned',
  'review_rejected',
  'activation_open',
  'card_activated',
  'renewal_due',
  'card_renewed',
  'registration_open',
  'phone_code',
  'visit_approved',
  'visit_refused',
  'privacy_code',
] as const
export type MessageEvent = (typeof messageEvents)[number]

/** Names a template: event and language, e.g. "review_approved.zh". */
export type TemplateKey = `${MessageEvent}.${Language}`

/** The parameters of an event in the order of {1}, {2} … */
export type MessageParameters = readonly string[]

const zh = university.cardName.zh
const en = university.cardName.en

/** Texts by template key; {1}, {2} are the parameters named in the comment behind each. */
export const messageTemplates: Record<TemplateKey, string> = {
  // {1} card number, {2} activation day
  'review_approved.zh': `您的${zh}申请已通过审核，卡号 {1}。请于 {2} 起打开小程序，用证件号码激活。`,
  'review_approved.en': `Your ${en} application has been approved. Card number {1}. Activate it in the mini program with your ID number from {2}.`,
  // {1} what to correct
  'review_returned.zh': `您的${zh}申请需要补充：{1}。请打开小程序修改后重新提交，资料已为您保留。`,
  'review_returned.en': `Your ${en} application needs a correction: {1}. Open the mini program to amend it; everything you entered is kept.`,
  // {1} reason
  'review_rejected.zh': `您的${zh}申请未通过审核：{1}。如有疑问请联系校友工作办公室；入校可使用访客系统。`,
  'review_rejected.en': `Your ${en} application was not approved: {1}. Please contact the Alumni Office with any question; to enter the campus use the visitor system.`,
  'activation_open.zh': `您的${zh}今日起可以激活。请打开小程序，用证件号码激活。`,
  'activation_open.en': `Your ${en} can be activated from today. Open the mini program and use your ID number.`,
  // {1} card number, {2} last valid day
  'card_activated.zh': `您的${zh} {1} 已激活，有效期至 {2}。如非本人操作，请立即联系校友工作办公室。`,
  'card_activated.en': `Your ${en} {1} is active and valid until {2}. If this was not you, contact the Alumni Office at once.`,
  // {1} card number, {2} last valid day
  'renewal_due.zh': `您的${zh} {1} 有效期至 {2}。请打开小程序续期，几分钟即可办好。`,
  'renewal_due.en': `Your ${en} {1} is valid until {2}. Renew it in the mini program in a few minutes.`,
  // {1} card number, {2} last valid day
  'card_renewed.zh': `您的${zh} {1} 已续期，有效期至 {2}。如非本人操作，请立即联系校友工作办公室。`,
  'card_renewed.en': `Your ${en} {1} has been renewed and is valid until {2}. If this was not you, contact the Alumni Office at once.`,
  // {1} cut-off
  'registration_open.zh': `${zh}登记已重新开放，请在 {1}（北京时间）前打开小程序提交。您填写的内容仍在手机上。`,
  'registration_open.en': `Registration for the ${en} is open again. Submit in the mini program before {1} Beijing time; your draft is on your phone.`,
  // {1} code, {2} minutes
  'phone_code.zh': `验证码 {1}，{2} 分钟内有效，用于激活或续期${zh}。请勿告诉他人。`,
  'phone_code.en': `{1} is your code to activate or renew your ${en}, valid for {2} minutes. Do not share it.`,
  // {1} day, {2} gate
  'visit_approved.zh': `您 {1} 的入校预约已通过，请从{2}进校，打开小程序出示访客证，并带上身份证件原件。`,
  'visit_approved.en': `Your visit on {1} is approved. Enter by the {2}: show the day pass in the mini program together with your ID document.`,
  // {1} day, {2} reason
  'visit_refused.zh': `您 {1} 的入校预约未通过：{2}。可以打开小程序改约其他日期，或联系校友工作办公室。`,
  'visit_refused.en': `Your visit on {1} was not approved: {2}. Choose another day in the mini program, or contact the Alumni Office.`,
  // {1} code, {2} minutes
  'privacy_code.zh': `验证码 {1}，{2} 分钟内有效，用于复制或删除您在${zh}的个人信息。请勿告诉他人。`,
  'privacy_code.en': `{1} is your code to copy or delete your ${en} data, valid for {2} minutes. Do not share it.`,
}

/** Fills a template; places without a parameter stay empty. */
export function renderMessage(key: TemplateKey, parameters: MessageParameters): string {
  return messageTemplates[key].replace(/\{(\d)\}/g, (_, place: string) => parameters[Number(place) - 1] ?? '')
}
