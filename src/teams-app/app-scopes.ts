/** Where people can talk to the guide: alone, in a channel of a team, in a group chat. Each has its own list of commands in the manifest. */
export const appScopes = ['personal', 'team', 'groupChat'] as const;
