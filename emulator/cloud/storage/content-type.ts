/** The media type under which a stored file is served: by its first bytes for images, else by its name. */

const BY_NAME: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
}

const starts = (bytes: Buffer, hex: string): boolean => bytes.subarray(0, hex.length / 2).toString('hex') === hex

export const contentTypeOf = (path: string, bytes: Buffer): string => {
  if (starts(bytes, 'ffd8ff')) return 'image/jpeg'
  if (starts(bytes, '89504e470d0a1a0a')) return 'image/png'
  if (starts(bytes, '47494638')) return 'image/gif'
  if (starts(bytes, '52494646') && bytes.subarray(8, 12).toString() === 'WEBP') return 'image/webp'
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  return BY_NAME[extension] ?? 'application/octet-stream'
}
