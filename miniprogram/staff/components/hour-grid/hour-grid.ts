/**
 * Scans by point and hour of the day: the darker the busier; the same as a table one tap away.
 *   <hour-grid rows="{{rows}}" />
 * A row: { id, name, total, busiest, label, cells: [level 0 to 4] × 24 }.
 */
import { localised } from '../../../i18n/localised'
import { section } from '../../words'

Component({
  behaviors: [localised(section('dashboard'))],
  properties: {
    rows: { type: Array, value: [] },
  },
  data: { isTable: false },
  methods: {
    onToggle() {
      this.setData({ isTable: !this.data.isTable })
    },
  },
})
