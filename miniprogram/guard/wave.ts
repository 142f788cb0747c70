/**
 * Tones as a WAV file (RIFF, PCM, mono, 8 bit, 16 kHz; Microsoft "Multimedia Programming Interface", 1991), so that the
 * product carries no recordings: half a second is 8 kB and made in a few milliseconds.
 */
import type { Tone } from './signals'

const RATE = 16_000
const HEADER_BYTES = 44
const MIDDLE = 128
const LOUD = 112
// Tones start and end softly, otherwise a loudspeaker clicks.
const FADE_MS = 8

/** The bytes of a WAV file that plays `tones` one after the other. */
export function waveOf(tones: readonly Tone[]): ArrayBuffer {
  const lengths = tones.map(({ milliseconds }) => samplesIn(milliseconds))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const file = new ArrayBuffer(HEADER_BYTES + total)
  writeHeader(new DataView(file), total)
  const samples = new Uint8Array(file, HEADER_BYTES)
  let at = 0
  for (const [index, { hertz }] of tones.entries()) {
    const length = lengths[index] ?? 0
    writeTone(samples.subarray(at, at + length), hertz)
    at += length
  }
  return file
}

function samplesIn(milliseconds: number): number {
  return Math.round((milliseconds * RATE) / 1000)
}

function writeTone(samples: Uint8Array, hertz: number): void {
  const fade = samplesIn(FADE_MS)
  for (let index = 0; index < samples.length; index += 1) {
    const edge = Math.min(1, index / fade, (samples.length - 1 - index) / fade)
    // A second voice an octave higher carries better out of doors than a pure sine.
    const angle = (2 * Math.PI * hertz * index) / RATE
    const swing = (Math.sin(angle) * 2 + Math.sin(angle * 2)) / 3
    samples[index] = MIDDLE + Math.round(LOUD * edge * swing)
  }
}

function writeHeader(view: DataView, total: number): void {
  writeText(view, 0, 'RIFF')
  view.setUint32(4, HEADER_BYTES - 8 + total, true)
  writeText(view, 8, 'WAVEfmt ')
  view.setUint32(16, 16, true) // length of the format block
  view.setUint16(20, 1, true) // PCM
  view.setUint16(22, 1, true) // mono
  view.setUint32(24, RATE, true)
  view.setUint32(28, RATE, true) // bytes a second
  view.setUint16(32, 1, true) // bytes a sample
  view.setUint16(34, 8, true) // bits a sample
  writeText(view, 36, 'data')
  view.setUint32(40, total, true)
}

function writeText(view: DataView, at: number, text: string): void {
  for (let index = 0; index < text.length; index += 1) {
    view.setUint8(at + index, text.charCodeAt(index))
  }
}
