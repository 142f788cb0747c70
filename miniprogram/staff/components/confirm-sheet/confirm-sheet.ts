/**
 * A question with room for its answer: WeChat's own dialog cuts buttons at four characters. Closed while `question` is null.
 *   <confirm-sheet question="{{question}}" bind:confirm="onConfirm" bind:cancel="onNotNow" />
 * `question` has title, content, confirm and cancel.
 */
Component({
  properties: { question: { type: Object, value: {} } },
  methods: {
    onConfirm() {
      this.triggerEvent('confirm')
    },
    onCancel() {
      this.triggerEvent('cancel')
    },
    // Swallows taps and moves, so that the page below stays where it is.
    onNothing() {},
  },
})
