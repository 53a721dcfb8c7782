/** The two channels between a window and the main process. All requests share the first, all events the second. */
export const CALL = 'storydesk:call'
export const EVENT = 'storydesk:event'
