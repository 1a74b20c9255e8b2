import type { Model } from '../understanding/reader';
import { builtModel } from './built-files';
import { readModel } from './model-file';
import { readBuilt } from './read-built';

/** Loads the model that the build trained. Throws an Error that names the file where it is missing or broken. */
export function loadModel(): Model {
  return readModel(readBuilt(builtModel));
}
