// The bottom sheet behind <picker>.
import { make, makeButton, showModalLayer } from './frame/layer'
import { pickerModel } from './picker-columns'
import { createWheel, type Wheel } from './wheel'
import { word } from './words'

/**
 * Shows the columns until one is confirmed.
 * @param props the picker's attributes; read again on every change, so that bindcolumnchange may replace the range
 * @returns the event detail, or undefined when the person cancelled
 */
export function openPickerSheet(
  props: Record<string, any>,
  onColumn: (change: { column: number; value: number }) => void,
): Promise<{ value: unknown } | undefined> {
  const at = pickerModel(props).start
  const wheels: Wheel[] = []
  return showModalLayer<{ value: unknown } | undefined>(
    'host-sheet',
    (close) => {
      const columns = make('div', 'host-wheels')
      const draw = () => {
        for (const [index, column] of pickerModel(props).columns(at).entries()) {
          const wheel = wheels[index] ?? addWheel(index)
          at[index] = column.at
          wheel.fill(column.items, column.at)
        }
      }
      const addWheel = (index: number) => {
        const wheel = createWheel(`${word('swipeSheet')} ${index + 1}`, (value) => {
          at[index] = value
          onColumn({ column: index, value })
          draw()
        })
        wheels[index] = wheel
        columns.append(wheel.element)
        return wheel
      }
      queueMicrotask(draw)
      const head = make('header', 'host-sheet-head')
      head.append(
        makeButton('host-text-button', word('cancel'), () => close(undefined)),
        make('b', '', String(props['header-text'] ?? '')),
        makeButton('host-text-button host-accent', word('ok'), () => close(pickerModel(props).result(at))),
      )
      return [head, columns]
    },
    { outcome: undefined },
  )
}
