/**
 * The product's own simple mark: a person above an open book. It takes the colour of the text around it; a university puts
 * its real emblem here. `size` is a CSS length.
 */
Component({
  properties: { size: { type: String, value: '64rpx' } },
})
