/**
 * Every WXML of the mini program: no sentence is written into it (words come from i18n, so that both languages have them), and
 * whatever can be tapped says what it is to a screen reader.
 */
import fs from 'node:fs'
import path from 'node:path'
import { root } from './harness/render'

const files = fs
  .readdirSync(root, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.wxml') && !file.includes('miniprogram_npm'))
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')

/** The text between tags, without bindings and comments. */
const textOf = (wxml: string) =>
  wxml
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\{\{[\s\S]*?\}\}/g, '')
    .replace(/<[^>]*>/g, '\n')

/** Attributes whose value people read or hear. */
const SPOKEN =
  /\s(?:aria-label|placeholder|label|hint|note|title|content|action|empty-text|confirm-btn|cancel-btn)="([^"]*)"/g

/** The scrim around a sheet (its cancel button does the same), and a view that only keeps taps from going through. */
const NO_ACTION = /class="layer"|tap="onStay"/

test('there are pages to look at', () => {
  expect(files.length).toBeGreaterThan(15)
})

describe.each(files)('%s', (file) => {
  test('holds no sentence of its own', () => {
    const left = textOf(read(file))
    expect(left.match(/\p{Script=Han}/gu)).toBeNull()
    expect(left.match(/[A-Za-z]{2,}/g)).toBeNull()
  })

  test('speaks only words of the language files', () => {
    const spoken = [...read(file).matchAll(SPOKEN)].map((match) => (match[1] ?? '').replace(/\{\{[\s\S]*?\}\}/g, ''))
    expect(spoken.filter((text) => /\p{L}{2,}/u.test(text))).toEqual([])
  })

  test('whatever can be tapped has a role, or is hidden from screen readers', () => {
    const tags = [...read(file).matchAll(/<(view|text|image)\s[^>]*(?:bind:?tap|catch:?tap)="[^>]*>/g)].map(
      (match) => match[0],
    )
    expect(tags.filter((tag) => !/\brole="/.test(tag) && !/aria-hidden=/.test(tag) && !NO_ACTION.test(tag))).toEqual([])
  })
})
