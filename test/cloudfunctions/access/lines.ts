/**
 * Who may call which action: one line for each, written by hand from product "People" and nowhere derived from the
 * code. A new action needs a line here, with a request that its schema accepts (made-up keys will do: a refusal by a
 * rule is an answer).
 */
import { importKinds } from '../../../domain/archive/import-kinds'
import { subscribeTemplates } from '../../../domain/notifications/channels'
import { university } from '../../../domain/university'
import { settings } from '../harness/calendar'
import type { TestCloud } from '../harness/cloud'
import { deviceKey, phoneProof } from '../harness/office'
import { consent, person } from '../harness/people'

/**
 * Who calls: an alumnus is anybody with a WeChat account; a function and the timer have none; http is a machine
 * outside.
 */
export const callers = ['alumnus', 'guard', 'reviewer', 'admin', 'function', 'timer', 'http'] as const
export type Caller = (typeof callers)[number]

/** Who gets past the door, by the word that stands in the lines below. Everybody else is refused. */
export const allowed: Record<string, readonly Caller[]> = {
  everybody: ['alumnus', 'guard', 'reviewer', 'admin'],
  guards: ['guard', 'admin'],
  reviewers: ['reviewer', 'admin'],
  admins: ['admin'],
  nobody: [],
  // Other functions and the timer, and reviewers who do not want to wait for it.
  platform: ['function', 'reviewer', 'admin'],
}

export type Line = { who: keyof typeof allowed; request: object }

const id = 'f'.repeat(32)
const digest = 'f'.repeat(64)
const { devicePublicKey } = deviceKey(9)
const [stranger] = [person(900)]
const document = stranger?.form.document
const form = { form: stranger?.form, consent, language: 'zh' }
const scan = { id, at: 1, point: 'gate-east', verdict: 'admitted', serial: null, step: null, online: true }
const cardNumber = '8000000000'
const [point] = university.points

/** The lines; some requests need something of the running cloud. */
export function linesFor(ecard: TestCloud): Record<string, Line> {
  const proof = phoneProof(ecard, 'o-nobody-else', '+8613900000000')
  return {
    'registration.status': { who: 'everybody', request: {} },
    'registration.submit': { who: 'everybody', request: form },
    'registration.amend': { who: 'everybody', request: form },
    'registration.withdraw': { who: 'everybody', request: {} },
    'registration.enterPaper': {
      who: 'reviewers',
      request: { form: form.form, signedOn: '2027-02-01', language: 'zh' },
    },
    'registration.proof': {
      who: 'everybody',
      request: { document, nameChinese: '张小明', nameLatin: '', studies: stranger?.form.studies },
    },
    'registration.phoneNumber': { who: 'everybody', request: { code: 'x' } },

    'privacy.overview': { who: 'everybody', request: {} },
    'privacy.sendCode': { who: 'everybody', request: { language: 'zh' } },
    'privacy.askDeletion': { who: 'everybody', request: { proof } },
    'privacy.keepData': { who: 'everybody', request: {} },
    'privacy.keys': { who: 'platform', request: {} },
    'privacy.rotateKeys': { who: 'platform', request: {} },
    'privacy.recheckKeys': { who: 'platform', request: {} },
    'privacy.agreed': { who: 'everybody', request: {} },
    'privacy.agree': { who: 'everybody', request: { consent } },
    'privacy.takeCopy': { who: 'everybody', request: { proof, language: 'zh' } },

    'registration.announcePhoto': { who: 'everybody', request: { name: `${id}.jpg` } },

    'activation.sendCode': { who: 'everybody', request: { document, language: 'zh' } },
    'activation.activate': { who: 'everybody', request: { document, proof, devicePublicKey } },

    'renewal.renew': { who: 'everybody', request: { document, proof, devicePublicKey } },
    'binding.status': { who: 'everybody', request: {} },
    'binding.bind': { who: 'everybody', request: {} },
    'binding.unbind': { who: 'everybody', request: {} },
    'binding.menu': { who: 'admins', request: {} },
    'binding.publishMenu': { who: 'admins', request: { version: digest } },

    'card.show': { who: 'everybody', request: { devicePublicKey } },

    'library.open': { who: 'everybody', request: { resource: 'cnki' } },

    'review.queue': { who: 'reviewers', request: { filter: 'undecided' } },
    'review.counts': { who: 'reviewers', request: {} },
    'review.next': { who: 'reviewers', request: { inHand: [] } },
    'review.hold': { who: 'reviewers', request: { ids: [id] } },
    'review.release': { who: 'reviewers', request: { ids: [id] } },
    'review.search': { who: 'reviewers', request: { text: '张' } },
    'review.decisions': { who: 'reviewers', request: {} },
    'review.undoSeveral': { who: 'reviewers', request: { decisions: [{ id, version: 1 }] } },
    'review.application': { who: 'reviewers', request: { id } },
    'review.revealDocument': { who: 'reviewers', request: { id } },
    'review.decide': { who: 'reviewers', request: { id, version: 1, verdict: { kind: 'approve' } } },
    'review.undo': { who: 'reviewers', request: { id, version: 1 } },
    'review.round': { who: 'reviewers', request: {} },
    'review.match': { who: 'reviewers', request: { id } },
    'review.exact': { who: 'reviewers', request: {} },
    'review.sampleExact': { who: 'reviewers', request: {} },
    'review.approveExact': { who: 'reviewers', request: { id, seen: [] } },
    'review.undoExact': { who: 'reviewers', request: { id } },
    'review.close': { who: 'reviewers', request: { round: '2027-03-04', carryOver: true } },
    'review.progress': { who: 'reviewers', request: { round: '2027-03-04' } },

    'gate.open': { who: 'guards', request: {} },
    'gate.list': { who: 'guards', request: { sequence: null } },
    'gate.check': { who: 'guards', request: { text: '1', point: point.id, challenge: null } },
    'gate.lookUp': { who: 'guards', request: { cardNumber, last4: '1234', point: point.id } },
    'gate.record': { who: 'guards', request: { scans: [scan] } },
    // Functions call for whoever's phone called them, under a seal that nobody else can make.
    'gate.renewList': { who: 'nobody', request: { serials: [], madeAt: 1, seal: digest } },

    'archive.place': { who: 'platform', request: { kind: importKinds[0], type: 'csv', name: 'x.csv' } },
    'archive.preview': { who: 'platform', request: { id } },
    'archive.start': { who: 'platform', request: { id, mapping: {} } },
    'archive.run': { who: 'platform', request: { id } },
    'archive.read': { who: 'platform', request: { id } },
    'archive.imports': { who: 'platform', request: {} },
    'archive.problems': { who: 'platform', request: { id } },
    'archive.stop': { who: 'platform', request: { id } },

    'notifications.dispatch': { who: 'platform', request: {} },
    'notifications.agree': { who: 'everybody', request: { templates: [subscribeTemplates[0]] } },
    'notifications.readWish': { who: 'everybody', request: {} },
    'notifications.wish': { who: 'everybody', request: { agreed: true, phone: '', language: 'zh' } },
    'notifications.dropWish': { who: 'everybody', request: {} },
    'notifications.messages': { who: 'reviewers', request: { list: 'failed' } },
    'notifications.resend': { who: 'reviewers', request: { id: 'review_approved:x' } },
    'notifications.resendAll': { who: 'reviewers', request: { event: 'review_approved' } },

    'visitor.mine': { who: 'everybody', request: {} },
    'visitor.ask': {
      who: 'everybody',
      request: { day: '2027-03-05', point: point.id, reason: 'campus', devicePublicKey, language: 'zh' },
    },
    'visitor.cancel': { who: 'everybody', request: { id } },
    'visitor.list': { who: 'reviewers', request: { list: 'waiting' } },
    'visitor.decide': { who: 'reviewers', request: { id, kind: 'approve' } },

    'office.me': { who: 'everybody', request: {} },
    'office.bootstrap': { who: 'everybody', request: { code: 'not the code', name: 'x' } },
    'office.join': { who: 'everybody', request: { code: 'x' } },
    'office.invite': { who: 'admins', request: { role: 'guard', name: 'x' } },
    'office.staff': { who: 'admins', request: {} },
    'office.changeRole': { who: 'admins', request: { id, role: 'guard' } },
    'office.removeStaff': { who: 'admins', request: { id } },
    'office.withdrawInvitation': { who: 'admins', request: { id: digest } },
    'office.readSettings': { who: 'reviewers', request: {} },
    'office.writeSettings': { who: 'admins', request: { settings, version: 1 } },
    'office.previewSettings': { who: 'admins', request: { calendar: { closures: [], cutOff: '12:00' } } },
    'office.holidays': { who: 'admins', request: { year: 2027 } },
    'office.card': { who: 'reviewers', request: { cardNumber } },
    'office.setCardStatus': { who: 'reviewers', request: { cardNumber, status: 'suspended', reason: 'misuse' } },
    'office.marks': { who: 'reviewers', request: { state: 'open' } },
    'office.settleMark': { who: 'reviewers', request: { id: digest, outcome: 'harmless' } },
    'office.devices': { who: 'admins', request: {} },
    'office.addDevice': { who: 'admins', request: { name: 'x', point: 'nowhere' } },
    'office.revokeDevice': { who: 'admins', request: { id: digest } },
    'office.identity': { who: 'reviewers', request: { of: { cardNumber } } },
    'office.joinIdentities': {
      who: 'reviewers',
      request: { one: { cardNumber }, other: { document }, reason: 'renewed_document' },
    },
    'office.separateIdentity': { who: 'admins', request: { of: { cardNumber }, id } },
    'office.audit': { who: 'admins', request: {} },
    'office.dashboard': { who: 'reviewers', request: { days: 7 } },
    'office.exports': { who: 'reviewers', request: {} },
    'office.startExport': {
      who: 'reviewers',
      request: { scope: { content: 'cards' }, format: 'csv', language: 'zh' },
    },
    'office.runExport': { who: 'reviewers', request: { id } },
    'office.exportFile': { who: 'reviewers', request: { id, file: 0 } },
    'office.removeExport': { who: 'reviewers', request: { id } },
    'office.verifyAudit': { who: 'admins', request: { head: null, seen: null } },
  }
}
