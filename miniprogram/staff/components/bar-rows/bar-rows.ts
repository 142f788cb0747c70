/**
 * Counts as bars that lie: a name, a bar, a number. The numbers stand beside the bars, so nothing has to be read off them.
 *   <bar-rows rows="{{rows}}" />
 * A row: { id, name, count, share (0 to 100), tone ('brand' | 'warn' | 'bad'), label }.
 */
Component({
  properties: {
    rows: { type: Array, value: [] },
  },
})
