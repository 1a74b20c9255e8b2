/** In `context.turnState`: the message could not be kept, so that the channel has to deliver it again. */
export const notKept = Symbol('not kept');
