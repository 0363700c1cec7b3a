// Where the machine keeps its half of a key: the operating system's own store in the app, a file readable by one account
// beside the browser door. What it holds opens nothing alone: a slot also needs the person's PIN.

export interface Keystore {
  /**
   * @param name letters, digits, dots and dashes; the store's own id as a rule
   * @returns the bytes as set, or null when there are none under this name
   * @throws when the keystore is there but cannot be read: that is not the same as having nothing
   */
  get(name: string): Promise<Uint8Array | null>
  /** Durable when it resolves. */
  set(name: string, bytes: Uint8Array): Promise<void>
}
