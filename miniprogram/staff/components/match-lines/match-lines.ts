/**
 * The lines of an archive match (views/match.ts): verdict, then form and record side by side for every person on record.
 *   <match-lines match="{{view}}" />
 * Its classes begin with m-, because it shares the pages' styles and they have rows and fields of their own.
 */
import { localised } from '../../../i18n/localised'
import { section } from '../../words'

Component({
  behaviors: [localised(section('match'))],
  properties: { match: { type: Object, value: {} } },
})
