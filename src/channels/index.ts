export { channelOf } from './channel-of';
export type { ChannelTexts } from './channel-texts';
export { createRenderer, type Render, type RenderTarget } from './create-renderer';
export type { GuideData } from './guide-data';
export { createPageRenderer, type RenderPage } from './page-renderer';
export { pickChannelTexts } from './pick-channel-texts';
export { plainText } from './plain-text';
export { readActivity } from './read-activity';
