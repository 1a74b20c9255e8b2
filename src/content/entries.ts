import type { DialogFile } from '../dialogs/schema';
import type { Topic } from '../knowledge/schema';
import type { ContentFile, ContentFiles, Path } from './content-files';

/** Where something stands: its file and the way to it. */
export interface Place {
  readonly file: Pick<ContentFile<unknown>, 'name' | 'locate'>;
  readonly path: Path;
}

/** One named entry of the content files. */
export interface Entry<T> extends Place {
  readonly id: string;
  readonly value: T;
}

type RecordPart = 'questions' | 'texts' | 'reasons' | 'stops' | 'emergency-menu' | 'signs' | 'guards' | 'commands' | 'small-talk';
type Value<K extends RecordPart> = NonNullable<DialogFile[K]>[string];

/** All entries of one part of the dialog files, in their order. */
export function entriesOf<K extends RecordPart>(files: ContentFiles, part: K): Entry<Value<K>>[] {
  return files.dialogs.flatMap((file) =>
    Object.entries((file.value[part] ?? {}) as Record<string, Value<K>>).map(([id, value]) => ({ id, value, file, path: [part, id] })),
  );
}

type ListPart = 'outcomes' | 'setting-notes';

/** All entries of a part that is a list. */
export function listOf<K extends ListPart>(files: ContentFiles, part: K): Entry<NonNullable<DialogFile[K]>[number]>[] {
  return files.dialogs.flatMap((file) =>
    ((file.value[part] ?? []) as NonNullable<DialogFile[K]>[number][]).map((value, index) => ({
      id: value.id,
      value,
      file,
      path: [part, index],
    })),
  );
}

/** All add-ons of the summary. */
export function addOnsOf(files: ContentFiles): Entry<NonNullable<DialogFile['add-ons']>['list'][number]>[] {
  return files.dialogs.flatMap((file) =>
    (file.value['add-ons']?.list ?? []).map((value, index) => ({ id: value.id, value, file, path: ['add-ons', 'list', index] })),
  );
}

/** The topics on the first menu. */
export function menuOf(files: ContentFiles): Entry<string>[] {
  return files.dialogs.flatMap((file) => (file.value.menu ?? []).map((id, index) => ({ id, value: id, file, path: ['menu', index] })));
}

/** All topics, in the order of the files. */
export function topicsOf(files: ContentFiles): Entry<Topic>[] {
  return files.topics.flatMap((file) => Object.entries(file.value).map(([id, value]) => ({ id, value, file, path: [id] })));
}
