/** What staff meet at their work, in English. */
import type { RefusalWords } from '../../i18n/refusal'
import { menuRefusals } from './refusals-menu-en'
import type { refusals as chinese } from './refusals-zh'

export const refusals: Record<keyof typeof chinese, RefusalWords> = {
  review_not_open: {
    say: 'This round is still open for applications.',
    next: 'Review starts after the cut-off on {round}.',
  },
  already_decided: { say: 'Another reviewer has just handled this application.', next: 'Refresh to see the result.' },
  reason_missing: { say: 'No reason chosen yet.', next: 'Choose one. For "Other", add a short note.' },
  round_closed: {
    say: 'This round is closed and everyone has been told.',
    next: 'Go back to the list for the next one.',
  },
  round_not_due: { say: 'There is no round to close now.', next: 'Come back after the next cut-off.' },
  undecided_remain: { say: 'Still undecided: {count}.', next: 'Keep reviewing, or carry them over to the next round.' },
  held_by_colleague: {
    say: '{name} is reviewing this application.',
    next: 'Go on with the next one. If it is still open after {time}, you can take it over.',
  },
  document_shredded: {
    say: 'The full number was shredded when its time was over; only the masked one is left.',
    next: 'If it has to be checked, ask to see the document itself.',
  },
  application_unknown: { say: 'We could not find this application.', next: 'Go back to the list and refresh.' },
  bulk_unknown: { say: 'We could not find this bulk approval.', next: 'Go back and take a new sample.' },
  bulk_undone: { say: 'This bulk approval was undone.', next: 'To approve in bulk, look at a new sample.' },
  sample_not_seen: {
    say: '{left} of the sample have not been looked at.',
    next: 'Look at each of them, then approve all.',
  },
  sample_outdated: { say: 'This sample is out of date.', next: 'Take a new sample, then approve all.' },
  nothing_exact: {
    say: 'No undecided application of this round matches the archive exactly.',
    next: 'Go back to the list and review one by one.',
  },
  bootstrap_closed: {
    say: 'An administrator already exists, or the code is wrong.',
    next: 'Ask an existing administrator to invite you.',
  },
  invitation_invalid: {
    say: 'This invitation cannot be used.',
    next: 'Invitations last 24 hours and work once. Ask for a new one.',
  },
  staff_exists: { say: 'You are already a member of staff.', next: 'Open the staff office from the home page.' },
  own_entry: {
    say: 'You entered this paper form yourself, so you cannot decide it.',
    next: 'A colleague has to. Please go on with the next one.',
  },
  staff_self: {
    say: 'You cannot change your own role or remove yourself.',
    next: 'Ask another administrator. If you are the only one, invite one first.',
  },
  staff_unknown: { say: 'This person is no longer a member of staff.', next: 'Refresh the list, or invite them anew.' },
  invitation_gone: {
    say: 'This invitation was used, withdrawn or is over.',
    next: 'Refresh the list. Somebody who joined stands among the staff and can be removed there.',
  },
  settings_invalid: { say: 'Some settings are not right.', next: 'Correct the ones marked in red and save again.' },
  settings_changed: {
    say: 'A colleague has just changed the settings.',
    next: 'The newest are shown and your changes are kept. Look once more and save again.',
  },
  settings_round_closing: {
    say: 'This would take away the round that is being closed.',
    next: 'Wait until it is closed, then save again.',
  },
  revocation_final: {
    say: 'This card was cancelled, which cannot be undone.',
    next: 'The holder can register again for a new card.',
  },
  mark_unknown: { say: 'We could not find this notice.', next: 'Go back to the list and refresh it.' },
  device_unknown: { say: 'We could not find this device.', next: 'Go back to the list of devices and refresh it.' },
  message_unknown: { say: 'We could not find this message.', next: 'Go back to the list and refresh it.' },
  message_not_failed: {
    say: 'This message is on its way, or has arrived.',
    next: 'Refresh the list to see how it stands.',
  },
  message_too_old: {
    say: 'This message can no longer be sent.',
    next: 'Call the person instead. Their number is in the application.',
  },
  export_period_invalid: {
    say: 'These dates do not fit, or are more than {days} days.',
    next: 'Check both dates; take a long stretch in several exports.',
  },
  export_reason_missing: {
    say: 'An export with ID numbers needs a purpose.',
    next: 'Write one sentence about it; it goes into the audit log.',
  },
  export_too_large: {
    say: 'That is too much at once: {count} rows, {most} at most.',
    next: 'Choose fewer days and export several times.',
  },
  export_unknown: {
    say: 'This export was not found.',
    next: 'Go back to the list, pull it down and try again.',
  },
  export_removed: {
    say: 'The files of this export have been deleted.',
    next: 'Files are kept for one hour; please export again.',
  },
  import_unknown: { say: 'We could not find this import.', next: 'Go back to the list and refresh it.' },
  import_file_missing: {
    say: 'The uploaded file is not there.',
    next: 'The upload may have broken off. Choose the file again.',
  },
  import_file_unreadable: {
    say: 'The file cannot be read to its end.',
    next: 'It may be damaged. Open it on a computer, save a new copy and choose that one.',
  },
  import_type_unsupported: {
    say: 'Only CSV and XLSX files can be imported.',
    next: 'Save it as .xlsx in Excel or WPS and choose it again.',
  },
  import_too_large: {
    say: 'The file is larger than {most} MB.',
    next: 'Split it into several files and import them one by one.',
  },
  import_empty: {
    say: 'There are no rows below the headers.',
    next: 'Check that this is the right file and the right sheet.',
  },
  import_columns_missing: {
    say: 'A column that must be there is missing.',
    next: 'Choose a column for each item marked in red.',
  },
  import_over: {
    say: 'This import has ended.',
    next: 'See its result in the list. To import again, choose the file again.',
  },
  visit_decided: {
    say: 'This visit has just changed; your decision was not saved.',
    next: 'Load the list again to see where it stands.',
  },
  visit_reason_missing: {
    say: 'A refusal needs a reason.',
    next: 'Choose one; for “Other” write a sentence.',
  },
  ...menuRefusals,
}
