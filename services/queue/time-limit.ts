/** A limit on how long anybody waits for what may never come. */

/** Rejects with the sentence after so many milliseconds; what was waited for goes on by itself. */
export async function within<T>(limit: number, work: Promise<T>, sentence: string): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(sentence)), limit)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
