// The sign in the system's tray: a closed book, 32 × 32.
export const TRAY_ICON =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAYAAABzenr0AAAAQElEQVR42mNgGAWDDfC6V/6HYcnCQ1THow4YdcDQdQAlYHg4YDQNjDpgNBeMpoFRB4zmgtE0MOqAkeOAUUBvAAAfIwiz2EPAgAAAAABJRU5ErkJggg=='
