/** Runs inside a read thread: the channels' own reading, and nothing else. */
import { parentPort } from 'node:worker_threads'
import { createChannels } from '../../../channels/all.ts'
import type { ChannelSettings } from '../../../channels/settings.ts'
import type { Channel, Reading } from '../../../channels/channel.ts'
import { reason } from '../../../shared/finding.ts'
import type { ReadAnswer, ReadTask } from './read-thread.ts'

const answer = (message: ReadAnswer) => {
  parentPort?.postMessage(message)
}

async function read(channels: readonly Channel[], { delivery, evidence }: ReadTask): Promise<Reading> {
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

parentPort?.once('message', (settings: ChannelSettings) => {
  const channels = createChannels(settings)
  parentPort?.on('message', (task: ReadTask) => {
    void read(channels, task).then((reading) => {
      answer({ reading })
    })
  })
  answer({ ready: true })
})
