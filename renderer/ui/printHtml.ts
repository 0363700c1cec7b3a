/**
 * Prints a document that was laid out elsewhere, from a frame of its own so that nothing else of the window is on the
 * paper. The frame runs no script and is removed afterwards.
 */
export async function printHtml(html: string): Promise<void> {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
  frame.setAttribute('aria-hidden', 'true')
  frame.className = 'print-frame'
  frame.srcdoc = html
  await new Promise((resolve) => {
    frame.onload = resolve
    document.body.append(frame)
  })
  frame.contentWindow?.addEventListener('afterprint', () => frame.remove())
  frame.contentWindow?.print()
}
