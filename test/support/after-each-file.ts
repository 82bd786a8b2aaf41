/** Files of tests share one loaded hub in each worker: what a file put in the way of the process is taken away when it ends. */
import { afterAll, vi } from 'vitest'

afterAll(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.useRealTimers()
})
