/** The way in for activities: what a person did, or null. The rooms that receive activities know this room, not the channels. */
export { readActivity as readMessage } from '../channels';
