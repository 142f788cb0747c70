/** Files as student offices have them: CSV in any encoding, XLSX with shared texts or texts in the cells. */
import { strToU8, zipSync } from 'fflate'

export type Cell = string | number | { formula: string; value: string | number } | null

/** CSV as Excel writes it. */
export function csv(rows: readonly (readonly (string | number)[])[], delimiter = ','): string {
  const quoted = (cell: string | number) =>
    /["\r\n,;\t]/.test(String(cell)) ? `"${String(cell).replace(/"/g, '""')}"` : String(cell)
  return rows.map((row) => row.map(quoted).join(delimiter)).join('\r\n')
}

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** @param shared texts are kept once for the whole workbook, as Excel does */
export function xlsx(sheets: Record<string, readonly (readonly Cell[])[]>, { shared = true } = {}): Buffer {
  const texts: string[] = []
  const numbers = new Map<string, number>()
  const share = (text: string) => {
    const known = numbers.get(text) ?? texts.push(text) - 1
    numbers.set(text, known)
    return known
  }
  const cell = (value: Cell, address: string): string => {
    if (value === null) {
      return ''
    }
    if (typeof value === 'object') {
      const type = typeof value.value === 'string' ? ' t="str"' : ''
      return `<c r="${address}"${type}><f>${escapeXml(value.formula)}</f><v>${escapeXml(String(value.value))}</v></c>`
    }
    if (typeof value === 'number') {
      return `<c r="${address}"><v>${value}</v></c>`
    }
    return shared
      ? `<c r="${address}" t="s"><v>${share(value)}</v></c>`
      : `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`
  }
  const row = (cells: readonly Cell[], number: number) =>
    `<row r="${number}">${cells.map((value, column) => cell(value, `${columnName(column)}${number}`)).join('')}</row>`
  const parts: Record<string, string> = {}
  const names = Object.keys(sheets)
  for (const [index, name] of names.entries()) {
    const rows = (sheets[name] ?? []).map((cells, at) => row(cells, at + 1)).join('')
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`
  }
  const relation = (id: string, target: string) => `<Relationship Id="${id}" Type="x" Target="${target}"/>`
  const workbook = names
    .map((name, n) => `<sheet name="${escapeXml(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`)
    .join('')
  const relations = names.map((_, n) => relation(`rId${n + 1}`, `worksheets/sheet${n + 1}.xml`)).join('')
  parts['xl/workbook.xml'] = `<workbook xmlns="${MAIN}" xmlns:r="r"><sheets>${workbook}</sheets></workbook>`
  parts['xl/_rels/workbook.xml.rels'] = `<Relationships>${relations}</Relationships>`
  if (shared) {
    const list = texts.map((text) => `<si><t>${escapeXml(text)}</t></si>`).join('')
    parts['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${list}</sst>`
  }
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(HEAD + text)])), {
      level: 1,
    }),
  )
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}
