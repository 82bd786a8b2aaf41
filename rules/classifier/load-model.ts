/** Loads the shipped weights of the classifier; services do it once, when they start. */
import { readFileSync } from 'node:fs'
import type { Model } from '../../shared/knowledge.ts'
import { decodeModel } from './weights-file.ts'

/** Written by `npm run train`. */
export const weightsFile: URL = new URL('tone.weights', import.meta.url)

/** Throws a plain sentence where the file is missing or damaged. */
export function loadModel(file: URL | string = weightsFile): Model {
  try {
    return decodeModel(readFileSync(file))
  } catch (error) {
    const message = `The classifier's weights cannot be read from ${String(file)}: make them with npm run train -- CORPUS`
    throw new Error(message, { cause: error })
  }
}
