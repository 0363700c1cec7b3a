// A page never names a file on the disk: it sends and gets bytes. Only the command line, whose user types paths, may.

/** The call's input without its `path`, whatever it holds; other inputs as they are. */
export function withoutPath(input: unknown): unknown {
  if (input === null || typeof input !== 'object' || Array.isArray(input) || !('path' in input)) return input
  const { path: _dropped, ...rest } = input
  return rest
}
