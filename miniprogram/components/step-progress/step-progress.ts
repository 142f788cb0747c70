/**
 * Where one is in a form of several steps: as many bars as steps, filled up to the current one.
 *   <step-progress current="{{2}}" total="{{5}}" label="{{stepText}}" />
 * `current` counts from 1; `label` is read aloud and shown, e.g. "Step 2 of 5".
 */
Component({
  properties: {
    current: { type: Number, value: 1 },
    total: { type: Number, value: 1 },
    label: { type: String, value: '' },
  },
  data: { bars: [] as number[] },
  observers: {
    total(total: number) {
      this.setData({ bars: Array.from({ length: total }, (_, index) => index + 1) })
    },
  },
})
