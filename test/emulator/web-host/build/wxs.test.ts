/** WXS to JavaScript. */
import { convertWxs } from '../../../../emulator/web-host/build/wxs'

const convert = (source: string) => {
  const required: string[] = []
  return { code: convertWxs('pages/a/a', source, (module) => required.push(module)), required }
}

test('constructor is a type’s name', () => {
  expect(convert("x.constructor === 'Array'").code).toBe("x.constructor.name === 'Array'")
})

test('a backslash in a pattern stands for itself', () => {
  const { code } = convert("getRegExp('^\\d+$', 'g')")
  const made = new Function('getRegExp', `return ${code}`)(
    (pattern: string, flags: string) => new RegExp(pattern, flags),
  )
  expect('12'.replace(made, 'x')).toBe('x')
})

test('required modules are known by their path without extension', () => {
  const { code, required } = convert("var m = require('../../wxs/m.wxs'); var n = require('/n.wxs')")
  expect(required).toEqual(['wxs/m', 'n'])
  expect(code).toBe("var m = require('../../wxs/m'); var n = require('/n')")
})
