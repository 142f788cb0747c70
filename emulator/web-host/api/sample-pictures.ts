// Drawn stand-ins for what an alumnus has in the album: portraits and a diploma. No photograph of anybody.
import { word } from '../runtime/words'

export interface SamplePicture {
  label: string
  /** Draws it `size` pixels wide. */
  draw(size: number): HTMLCanvasElement
}

interface Look {
  backdrop: string
  skin: string
  hair: string
  coat: string
  long: boolean
}

const LOOKS: readonly Look[] = [
  { backdrop: '#dfe9f3', skin: '#f0c9a5', hair: '#2c2420', coat: '#27496d', long: false },
  { backdrop: '#e6efe4', skin: '#e9b48c', hair: '#3b2a20', coat: '#7a2e3a', long: true },
  { backdrop: '#efe7dd', skin: '#8d5a3b', hair: '#191512', coat: '#1f5b57', long: false },
  { backdrop: '#e9e4f0', skin: '#c98f66', hair: '#1d1a22', coat: '#4b4a54', long: true },
]

/** Every sample, with its label in the phone's language. */
export function samplePictures(): SamplePicture[] {
  const portraits = LOOKS.map((look, index) => ({
    label: `${word('portrait')} ${index + 1}`,
    draw: (size: number) => portrait(look, size),
  }))
  return [...portraits, { label: word('diploma'), draw: diploma }]
}

function canvasOf(width: number, height: number) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')!
  context.scale(width / 100, width / 100)
  return { canvas, context }
}

function portrait(look: Look, size: number): HTMLCanvasElement {
  const { canvas, context } = canvasOf(size, size * 1.4)
  const fill = (color: string, path: () => void) => {
    context.fillStyle = color
    context.beginPath()
    path()
    context.fill()
  }
  fill(look.backdrop, () => context.rect(0, 0, 100, 140))
  if (look.long) fill(look.hair, () => context.roundRect(24, 30, 52, 74, 26))
  fill(look.coat, () => context.ellipse(50, 146, 46, 44, 0, 0, Math.PI * 2))
  fill(look.skin, () => context.roundRect(41, 80, 18, 28, 8))
  fill('#ffffff', () => {
    context.moveTo(38, 104)
    context.lineTo(50, 122)
    context.lineTo(62, 104)
  })
  fill(look.skin, () => context.ellipse(50, 62, 21, 27, 0, 0, Math.PI * 2))
  fill(look.hair, () => {
    context.ellipse(50, 46, 23, 19, 0, Math.PI, 0)
    context.quadraticCurveTo(66, 46, 50, 43)
    context.quadraticCurveTo(34, 46, 27, 50)
  })
  fill('#2a2522', () => {
    context.ellipse(42, 63, 2, 2.4, 0, 0, Math.PI * 2)
    context.ellipse(58, 63, 2, 2.4, 0, 0, Math.PI * 2)
  })
  context.strokeStyle = '#8a4a3c'
  context.lineWidth = 1.6
  context.lineCap = 'round'
  context.beginPath()
  context.arc(50, 72, 7, 0.25 * Math.PI, 0.75 * Math.PI)
  context.stroke()
  return canvas
}

function diploma(size: number): HTMLCanvasElement {
  const { canvas, context } = canvasOf(size, size * 0.72)
  context.fillStyle = '#fbf7ec'
  context.fillRect(0, 0, 100, 72)
  context.strokeStyle = '#b08d4a'
  context.lineWidth = 1.2
  context.strokeRect(4, 4, 92, 64)
  context.fillStyle = '#5b4a2a'
  context.font = '600 8px serif'
  context.textAlign = 'center'
  context.fillText('毕 业 证 书', 50, 18)
  context.fillStyle = '#c9bfa6'
  for (const [y, width] of [
    [28, 64],
    [35, 70],
    [42, 58],
    [49, 40],
  ] as const)
    context.fillRect(50 - width / 2, y, width, 1.6)
  context.fillStyle = '#b5322ecc'
  context.beginPath()
  context.arc(76, 56, 7.5, 0, Math.PI * 2)
  context.fill()
  return canvas
}
