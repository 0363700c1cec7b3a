// The page's own files, for the browser door and for app://bundle alike: nothing outside the built page is ever read,
// however the path is spelt, and every answer carries the same strict policy.
import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** Sent with every answer. Inline styles are the component library's; scripts come from the page's own files only. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
}

export type PageFile = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly immutable: boolean
}

/**
 * @param pageDir folder of the built page
 * @param urlPath path of the address, still percent-encoded, starting with `/`; `/` is index.html
 * @returns the file, or null when there is none, it lies outside, or its kind is not one that the page has.
 */
export async function readPageFile(pageDir: string, urlPath: string): Promise<PageFile | null> {
  let path: string
  try {
    path = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  if (path.includes('\0') || path.includes('\\') || path.includes(':')) return null
  const wanted = path === '/' ? '/index.html' : path
  const type = TYPES[extname(wanted)]
  if (type === undefined || wanted.split('/').some((part) => part.startsWith('.'))) return null
  try {
    const base = await realpath(pageDir)
    const file = await realpath(join(base, wanted))
    if (!file.startsWith(base + sep)) return null
    const bytes = await readFile(file)
    // Bundled assets carry a hash of their content in their name.
    return { bytes: new Uint8Array(bytes), type, immutable: wanted.startsWith('/assets/') }
  } catch {
    // No such file: the caller answers 404.
    return null
  }
}
