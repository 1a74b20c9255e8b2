import type { Activity } from './activity';

/** The chat's own words, by what they are for; they are the texts `widget-...` of `dialogs/website.yaml` and labels of commands. */
export interface Words {
  readonly title: string;
  readonly launcher: string;
  /** Holds `{step}` and `{of}`. */
  readonly step: string;
  readonly danger: string;
  readonly 'call-911': string;
  readonly 'call-988': string;
  readonly 'text-988': string;
  readonly leave: string;
  readonly close: string;
  readonly answers: string;
  readonly change: string;
  readonly sources: string;
  /** Holds `{date}`. */
  readonly reviewed: string;
  readonly type: string;
  readonly send: string;
  readonly continue: string;
  readonly more: string;
  readonly print: string;
  readonly you: string;
  readonly guide: string;
  readonly waiting: string;
  readonly 'not-sent': string;
  readonly offline: string;
  readonly resume: string;
  readonly 'resume-go-on': string;
  readonly deleted: string;
  /** Without the server. */
  readonly 'deleted-here': string;
  readonly emergency: string;
  readonly expired: string;
  readonly call: string;
  readonly 'start-over': string;
  readonly delete: string;
  /** The other language, in that language. */
  readonly 'other-language': string;
}

/** What the server fills into the chat's file: the center, the chat's words, and the opening, so that it shows without a request. */
export interface WidgetSettings {
  readonly center: { readonly name: string; readonly phone: string };
  /** How long the server keeps a conversation after its last message, in minutes. */
  readonly idleMinutes: number;
  readonly words: { readonly en: Words; readonly es: Words };
  readonly opening: { readonly en: readonly Activity[]; readonly es: readonly Activity[] };
}

/** The languages of the guide. */
export type Language = 'en' | 'es';
