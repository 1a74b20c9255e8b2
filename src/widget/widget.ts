import { defineGuideElement } from './guide-element';
import type { WidgetSettings } from './settings';

/** The server writes these constants before the code of this file, see `widget-files.ts`: the settings, and the address of the part that prints. */
declare const guideSettings: WidgetSettings;
declare const guidePrint: string;

// This file stands in `<guide>/widget/`.
defineGuideElement(
  new URL('../v3/directline', import.meta.url).href,
  guideSettings,
  () => import(new URL(guidePrint, import.meta.url).href),
);
