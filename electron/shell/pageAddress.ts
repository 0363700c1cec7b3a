// The one address of the page, and the one test of it. `new URL('app://bundle/x').origin` is the text 'null' and a prefix
// test lets `app://bundle.evil` pass: protocol and host are compared, parsed.

export const PAGE_SCHEME = 'app'
export const PAGE_HOST = 'bundle'
export const PAGE_ADDRESS = `${PAGE_SCHEME}://${PAGE_HOST}/`

/** Whether an address is one of the page's own. Anything that does not parse is not. */
export function isPageAddress(address: string | undefined | null): boolean {
  const url = address ? URL.parse(address) : null
  return (
    url !== null &&
    url.protocol === `${PAGE_SCHEME}:` &&
    url.host === PAGE_HOST &&
    url.username === '' &&
    url.password === ''
  )
}
