import { defineGuideElement } from './guide-element';
import type { WidgetSettings } from './settings';

/** The server writes this constant before the code of this file, see `create-widget-files.ts`. */
declare const guideSettings: WidgetSettings;

// This file stands in `<guide>/widget/`.
defineGuideElement(new URL('../v3/directline', import.meta.url).href, guideSettings);
