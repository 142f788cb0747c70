/** An alumnus with a phone: registers, activates, shows the card, all by hand. */
import { type Phone, pick, seen, tap, type } from './hands'
import { type Lang, words } from './words'

export type Applicant = {
  openid: string
  lang: Lang
  /** Name in the field that the document asks for. */
  name: string
  document: { type: 'resident_id' | 'passport'; country?: string; number: string }
  phone: { code: string; number: string }
  school: string
  major: string
}

const OK = { zh: '确定', en: 'OK' } as const
const ALBUM = { zh: '从手机相册选择', en: 'Choose from album' } as const
const PICTURE = { portrait: { zh: '人像', en: 'Portrait' }, proof: { zh: '证书', en: 'Document' } } as const

/** From the home page to the end of the form; stops before submitting. */
export async function fillForm(phone: Phone, who: Applicant): Promise<void> {
  const { main, alumni } = words[who.lang]
  await tap(phone, main.home.steps.register.action)
  await consent(phone, who.lang)
  await identity(phone, who)
  await contact(phone, who)
  await studies(phone, who)
  await photos(phone, who.lang)
  await seen(phone, alumni.form.steps.check.head).waitFor()
}

type Notices = 'allow' | 'decline'

/** Hands the finished form in; WeChat's question about notices comes first and is answered. */
export async function handIn(phone: Phone, lang: Lang, notices: Notices = 'allow'): Promise<void> {
  const { form, timeline } = words[lang].alumni
  await tap(phone, form.submit)
  await answer(phone, notices)
  await seen(phone, timeline.heads.submitted).waitFor()
}

/** The last tap of an activation or a renewal; WeChat's question whether it may remind comes before the card. */
export async function showCard(phone: Phone, lang: Lang, notices: Notices = 'allow'): Promise<void> {
  const { activate, renew } = words[lang].alumni
  await seen(phone, activate.show).or(seen(phone, renew.show)).first().click()
  await answer(phone, notices)
}

async function answer(phone: Phone, notices: Notices): Promise<void> {
  const button = notices === 'allow' ? '.host-pill-main' : '.host-pill:not(.host-pill-main)'
  await phone.locator('.host-request').locator(button).click()
}

/** Both consents, each by its own tick. */
export async function consent(phone: Phone, lang: Lang): Promise<void> {
  const { consent: t } = words[lang].alumni
  await tap(phone, t.privacy.agree)
  await tap(phone, t.document.agree)
  await tap(phone, t.next)
}

async function identity(phone: Phone, who: Applicant): Promise<void> {
  const { documents, form } = words[who.lang].alumni
  await seen(phone, form.steps.identity.head).waitFor()
  if (who.document.type === 'passport') {
    await pick(phone, documents.type, documents.types.passport.name, OK[who.lang])
    await phone.locator(`[aria-label^="${documents.country}"]`).locator('visible=true').last().click()
    await type(phone, documents.search, who.document.country ?? '')
    await phone.locator('[role="option"]').locator('visible=true').first().click()
  }
  await type(phone, documents.number, who.document.number)
  await type(phone, who.document.type === 'passport' ? form.nameLatin : form.nameChinese, who.name)
  await tap(phone, form.next)
}

async function contact(phone: Phone, who: Applicant): Promise<void> {
  const { form } = words[who.lang].alumni
  await seen(phone, form.steps.contact.head).waitFor()
  await type(phone, form.phoneCode, who.phone.code)
  await type(phone, form.phone, who.phone.number)
  await tap(phone, form.next)
}

async function studies(phone: Phone, who: Applicant): Promise<void> {
  const { form } = words[who.lang].alumni
  await seen(phone, form.steps.studies.head).waitFor()
  await type(phone, form.school, who.school)
  await type(phone, form.major, who.major)
  await pick(phone, form.entryYear, '2008', OK[who.lang])
  await pick(phone, form.graduationYear, '2012', OK[who.lang])
  await tap(phone, form.next)
}

async function photos(phone: Phone, lang: Lang): Promise<void> {
  const { form, photo } = words[lang].alumni
  await seen(phone, form.steps.photos.head).waitFor()
  for (const field of ['portrait', 'proof'] as const) {
    await phone.locator(`[aria-label^="${form[field]}"]`).locator('visible=true').first().click()
    await choosePicture(phone, lang, PICTURE[field][lang])
    await seen(phone, photo.uploaded)
      .nth(field === 'portrait' ? 0 : 1)
      .waitFor()
  }
  await tap(phone, form.next)
}

// WeChat's own sheet, then the album with its drawn samples.
async function choosePicture(phone: Phone, lang: Lang, label: string): Promise<void> {
  await tap(phone, ALBUM[lang])
  const cell = phone.locator('.host-album-cell', { hasText: label }).first()
  await cell.click()
  await cell.waitFor({ state: 'detached' })
}

/** By ID number and one tap for the phone number; ends on the page that says whether it worked. */
export async function activate(phone: Phone, who: Applicant, page: 'activate' | 'renew' = 'activate'): Promise<void> {
  const { documents, [page]: t } = words[who.lang].alumni
  await seen(phone, t.documentHead).waitFor()
  if (who.document.type === 'passport') {
    await pick(phone, documents.type, documents.types.passport.name, OK[who.lang])
    await phone.locator(`[aria-label^="${documents.country}"]`).locator('visible=true').last().click()
    await type(phone, documents.search, who.document.country ?? '')
    await phone.locator('[role="option"]').locator('visible=true').first().click()
  }
  await type(phone, documents.number, who.document.number)
  await tap(phone, t.next)
  await tap(phone, t.wechat)
  const allow = phone
    .locator('button', { hasText: { zh: '允许', en: 'Allow' }[who.lang] })
    .locator('visible=true')
    .last()
  // Who never registered here is asked by WeChat first whether they agree to the privacy guide.
  const agree = seen(phone, { zh: '同意', en: 'Agree' }[who.lang])
  await allow.or(agree).first().waitFor()
  if (await agree.isVisible()) {
    await agree.click()
  }
  await allow.click()
}
