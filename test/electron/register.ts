// node --import test/electron/register.ts out/app/main.js: `electron` resolves to the stand-in, everything else is real.
import { registerHooks } from 'node:module'

const standIn = new URL('./standIn.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
})
