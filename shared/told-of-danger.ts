/** When does a flag mean that the person is told at once what to do, and not only that somebody of the staff looks? */
import type { Finding } from './finding.ts'
import { dangers, type Flag } from './words.ts'

/**
 * What the rules name is always sure enough. What only reads like danger must be likely: the message is kind and does no
 * harm, but one in reply to a joke is one that is believed less when it matters.
 */
const sureEnough = 0.75

export function isToldAtOnce({ value, confidence }: Pick<Finding<Flag>, 'value' | 'confidence'>): boolean {
  return dangers.includes(value) && confidence >= sureEnough
}
