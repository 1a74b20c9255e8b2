/** Addresses and names of a cloud that hosts bots, under botbuilder's names for them. It takes all or none. */
export interface Cloud {
  /** Where the bot gets its own tokens. */
  readonly ToChannelFromBotLoginUrl: string;
  /** For what it gets them. */
  readonly ToChannelFromBotOAuthScope: string;
  /** Who issues the tokens of channels. */
  readonly ToBotFromChannelTokenIssuer: string;
  readonly OAuthUrl: string;
  /** Where the keys are published that the tokens of channels are signed with. */
  readonly ToBotFromChannelOpenIdMetadataUrl: string;
  readonly ToBotFromEmulatorOpenIdMetadataUrl: string;
  readonly CallerId: string;
  readonly ValidateAuthority: boolean;
}

/** Microsoft's public cloud: what botbuilder uses when it is told nothing. */
export const publicCloud: Cloud = {
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  OAuthUrl: 'https://api.botframework.com',
  ToBotFromChannelOpenIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  ToBotFromEmulatorOpenIdMetadataUrl: 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
  CallerId: 'urn:botframework:azure',
  ValidateAuthority: true,
};
