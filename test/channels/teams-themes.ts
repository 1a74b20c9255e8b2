/** The colors of a theme of Teams. */
export interface TeamsTheme {
  readonly background: string;
  readonly text: string;
  /** As Adaptive Cards writes colors: #AARRGGBB. */
  readonly subtle: string;
  readonly attention: { readonly background: string; readonly text: string };
  readonly link: string;
}

/**
 * Light and dark: Microsoft's host configs for Teams (github.com/microsoft/AdaptiveCards, samples/HostConfig/microsoft-teams-light.json and -dark.json; links
 * have the accent color). For high contrast there is none: white on black, and links as Fluent UI has them for Teams.
 */
export const teamsThemes = {
  light: {
    background: '#ffffff',
    text: '#252424',
    subtle: '#bf252424',
    attention: { background: '#ffc5b2', text: '#252424' },
    link: '#6264a7',
  },
  dark: {
    background: '#2d2c2c',
    text: '#ffffff',
    subtle: '#bfffffff',
    attention: { background: '#ffc5b2', text: '#201f1f' },
    link: '#a6a7dc',
  },
  contrast: {
    background: '#000000',
    text: '#ffffff',
    subtle: '#ffffff',
    attention: { background: '#000000', text: '#ffffff' },
    link: '#ffff00',
  },
} as const satisfies Readonly<Record<string, TeamsTheme>>;
