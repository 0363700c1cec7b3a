// Gives a forked Node process the port that a utility process of Electron has.
const listeners: ((event: { data: unknown }) => void)[] = []

Object.defineProperty(process, 'parentPort', {
  value: {
    postMessage: (message: unknown) => process.send?.(message),
    on: (_event: 'message', listener: (event: { data: unknown }) => void) => {
      if (listeners.length === 0) process.on('message', (data) => listeners.forEach((l) => void l({ data })))
      listeners.push(listener)
    },
  },
})
// The fork ends with the process that started it, as a utility process does.
process.on('disconnect', () => process.exit(0))
