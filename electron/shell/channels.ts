// The two channels between page and main; the preload is bundled with them.
export const CALL_CHANNEL = 'sdl:call'
export const EVENT_CHANNEL = 'sdl:event'
