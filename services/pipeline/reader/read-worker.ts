/** Runs inside a read thread: the channels' own reading, and nothing else. */
import { parentPort, workerData } from 'node:worker_threads'
import { createChannels } from '../../../channels/all.ts'
import type { ChannelSettings } from '../../../channels/all.ts'
import type { Reading } from '../../../channels/channel.ts'
import { reason } from '../../../shared/finding.ts'
import type { ReadAnswer, ReadTask } from './read-thread.ts'

const settings: ChannelSettings = workerData
const channels = createChannels(settings)
const answer = (message: ReadAnswer) => parentPort?.postMessage(message)

async function read({ delivery, evidence }: ReadTask): Promise<Reading> {
  const channel = channels.find((candidate) => candidate.name === delivery.channel)
  if (channel === undefined) {
    return {
      outcome: 'unreadable',
      problem: reason('reader:problem.noChannel', { channel: delivery.channel }),
    }
  }
  try {
    return await channel.read(delivery, evidence)
  } catch {
    return { outcome: 'unreadable', problem: reason('reader:problem.broke') }
  }
}

parentPort?.on('message', (task: ReadTask) => void read(task).then((reading) => answer({ reading })))
answer({ ready: true })
