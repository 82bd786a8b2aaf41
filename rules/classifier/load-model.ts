/** Loads the shipped weights of the classifier; services do it once, when they start. */
import { readFileSync } from 'node:fs'
import type { Meanings, Model } from '../../shared/classifier-model.ts'
import { decodeMeanings } from './meanings-file.ts'
import { decodeModel } from './weights-file.ts'

/** Written by `npm run train`. */
export const weightsFile: URL = new URL('tone.weights', import.meta.url)
/** Written by `npm run train-meanings`. */
export const meaningsFile: URL = new URL('meanings.weights', import.meta.url)

/** Throws a plain sentence where a file is missing or damaged, or one was made without the other. */
export function loadModel(file: URL | string = weightsFile): Model {
  try {
    const { meanings: taughtWith, ...weights } = decodeModel(readFileSync(file))
    return { ...weights, meanings: taughtWith === null ? null : meaningsOf(taughtWith) }
  } catch (error) {
    const message = `The classifier's weights cannot be read from ${String(file)}: make them with npm run train -- CORPUS`
    throw new Error(message, { cause: error })
  }
}

/** Throws where the file holds other meanings than those that the weights were taught with. */
function meaningsOf(taughtWith: string): Meanings {
  const meanings = loadMeanings()
  if (meanings.version !== taughtWith) throw new Error('The meanings are others than those taught with')
  return meanings
}

/** Throws where the file is missing or damaged. */
export function loadMeanings(): Meanings {
  return decodeMeanings(readFileSync(meaningsFile))
}
