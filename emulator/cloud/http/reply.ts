/** Writing an HTTP answer: JSON, text or bytes, always with its length. */
import type { ServerResponse } from 'node:http'

export const sendBytes = (
  response: ServerResponse,
  status: number,
  contentType: string,
  body: Buffer,
  headers: Record<string, string | string[]> = {},
): void => {
  if (response.destroyed || response.headersSent) return
  response.writeHead(status, { ...headers, 'content-type': contentType, 'content-length': body.length })
  response.end(body)
}

export const sendText = (response: ServerResponse, status: number, text: string): void =>
  sendBytes(response, status, 'text/plain; charset=utf-8', Buffer.from(text))

export const sendJson = (response: ServerResponse, status: number, value: unknown): void =>
  sendBytes(response, status, 'application/json; charset=utf-8', Buffer.from(JSON.stringify(value)))
