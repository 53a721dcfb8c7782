/**
 * The channels between a window and the main process. All requests of the page share the first, all events the second.
 * The third is the preload's own: the path of what the person dropped on the window, which no page can name.
 */
export const CALL = 'storydesk:call'
export const EVENT = 'storydesk:event'
export const DROP = 'storydesk:drop'
