export type { ChannelTexts } from './channel-texts';
export { createRenderer } from './create-renderer';
export type { GuideData } from './guide-data';
export { createPageRenderer, type RenderPage } from './page-renderer';
export { pickChannelTexts } from './pick-channel-texts';
export { plainText } from './plain-text';
export { readActivity } from './read-activity';
export { smsParts } from './sms-parts';
export { renderAnswered } from './teams';
