// app://bundle serves the built page and nothing else; file:// is never used.
import type { Protocol } from 'electron'
import { readPageFile, securityHeaders } from '../door/pageFile.ts'
import { isPageAddress, PAGE_SCHEME } from './pageAddress.ts'

/** Before the app is ready: a standard, secure scheme, so that relative addresses, storage and 'self' work. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** @param pageDir folder of the built page */
export function setupAppProtocol(protocol: Pick<Protocol, 'handle'>, pageDir: string): void {
  protocol.handle(PAGE_SCHEME, async (request) => {
    const nothing = new Response(null, { status: 404, headers: { ...securityHeaders } })
    if (request.method !== 'GET' || !isPageAddress(request.url)) return nothing
    const file = await readPageFile(pageDir, new URL(request.url).pathname)
    if (file === null) return nothing
    return new Response(file.bytes, { headers: { ...securityHeaders, 'content-type': file.type } })
  })
}
