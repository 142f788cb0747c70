/**
 * One field of a form: its label above, a hint, what is typed (slot), and below it what is wrong, in words.
 *   <form-field label="{{t.phone}}" hint="…" code="{{errors.phone}}"><input class="input" … /></form-field>
 * `code` is a FieldCode of the rules ('' when nothing is wrong); `note` marks optional fields.
 */
import { localised } from '../../../i18n/localised'
import { section } from '../../../i18n/words'

Component({
  behaviors: [localised(section('fields'))],
  properties: {
    label: { type: String, value: '' },
    note: { type: String, value: '' },
    hint: { type: String, value: '' },
    code: { type: String, value: '' },
  },
})
