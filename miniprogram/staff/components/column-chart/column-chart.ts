/**
 * Columns over time, with the same numbers as a table one tap away.
 *   <column-chart chart="{{chart}}" />
 * chart: { summary, top, columns: [{ id, parts: [{ id, tone, share }] }], stacked, first, last, legend: [{ id, tone, name,
 * total }], head: [text], rows: [{ id, cells: [text] }] }. `share` is of the chart's height, 0 to 100; `top` is the number
 * that the full height stands for; `summary` is what a screen reader says instead of the picture.
 */
import { localised } from '../../../i18n/localised'
import { section } from '../../words'

Component({
  behaviors: [localised(section('dashboard'))],
  properties: {
    chart: { type: Object, value: {} },
  },
  data: { isTable: false },
  methods: {
    onToggle() {
      this.setData({ isTable: !this.data.isTable })
    },
  },
})
