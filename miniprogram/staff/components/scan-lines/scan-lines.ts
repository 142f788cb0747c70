/**
 * Scans one below the other: when, where, what the guard saw.
 *   <scan-lines lines="{{view.scans}}" />
 * The lines come in words (views/scans.ts).
 */
Component({
  properties: { lines: { type: Array, value: [] } },
})
